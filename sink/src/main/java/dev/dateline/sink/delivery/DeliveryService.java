package dev.dateline.sink.delivery;

import dev.dateline.http.GuardedClient;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.Delivery;
import dev.dateline.schemas.avro.DisabledWebhook;
import dev.dateline.schemas.avro.Watchlist;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts alerts to the webhooks of their watchlists, at least once, with the same {@code webhook-id}
 * on every try.
 *
 * <p>An alert is taken up into the retry topic in one transaction with the offset it was read at,
 * and only then tried; what came of a try is written there too. So a receiver that is away keeps
 * nobody waiting but itself, and a service that is killed goes on where it was. Each webhook gets
 * its alerts in order, one at a time; those of a webhook wait for the first. One service is at
 * work: a second one takes over from it. Thread-safe.
 */
public final class DeliveryService implements AutoCloseable {

  /** The consumer group whose offsets tell which alerts were taken up; never changes. */
  public static final String GROUP = "dateline-delivery";

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(10);
  private static final int MOST_AT_ONCE = 64;
  private static final int MOST_WAITING = 10_000;
  private static final List<Topic<?>> TABLES =
      List.of(Topics.WATCHLISTS, Topics.DISABLED_WEBHOOKS, Topics.DELIVERIES);
  private static final List<Topic<?>> INPUTS = List.of(Topics.ALERTS, Topics.ARTICLE_ALERTS);

  private final Deserializer<Watchlist> watchlistReader =
      AvroSerde.of(Topics.WATCHLISTS).deserializer();
  private final Deserializer<DisabledWebhook> disabledReader =
      AvroSerde.of(Topics.DISABLED_WEBHOOKS).deserializer();
  private final Deserializer<Delivery> deliveryReader =
      AvroSerde.of(Topics.DELIVERIES).deserializer();
  private final Deserializer<Alert> alertReader = AvroSerde.of(Topics.ALERTS).deserializer();
  private final Deserializer<ArticleAlert> articleAlertReader =
      AvroSerde.of(Topics.ARTICLE_ALERTS).deserializer();
  private final Serializer<Delivery> deliveryWriter = AvroSerde.of(Topics.DELIVERIES).serializer();
  private final Serializer<Delivery> deadWriter = AvroSerde.of(Topics.DEAD_DELIVERIES).serializer();
  private final Serializer<DisabledWebhook> disabledWriter =
      AvroSerde.of(Topics.DISABLED_WEBHOOKS).serializer();
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final DeliverySettings settings;
  private final Clock clock;
  private final GuardedClient client;
  private final Postman postman;
  private final ExecutorService tries = Executors.newCachedThreadPool(DeliveryService::thread);
  private final Queue<Postman.Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final DeliveryBook book = new DeliveryBook();
  private final Map<String, Watchlist> watchlists = new HashMap<>();
  private final Map<String, DisabledWebhook> disabled = new HashMap<>();
  private final List<ProducerRecord<String, byte[]>> output = new ArrayList<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean closing;

  private DeliveryService(
      Map<String, Object> clientProperties,
      DeliverySettings settings,
      WebhookSecrets secrets,
      Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.client = GuardedClient.open(settings.http());
    this.postman = new Postman(client, secrets, clock);
    Map<String, Object> reading = new HashMap<>(clientProperties);
    reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    Map<String, Object> writing = new HashMap<>(clientProperties);
    writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP);
    this.producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Starts, taking over from one that runs.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   */
  public static DeliveryService start(
      Map<String, Object> clientProperties, DeliverySettings settings, WebhookSecrets secrets) {
    DeliveryService service =
        new DeliveryService(clientProperties, settings, secrets, Clock.systemUTC());
    Thread thread = new Thread(service::run, "delivery");
    thread.setDaemon(true);
    thread.start();
    return service;
  }

  /**
   * Waits until it has stopped; returns whether it has.
   *
   * @throws KafkaException if it stopped by itself
   */
  public boolean awaitStopped(Duration timeout) throws InterruptedException {
    try {
      end.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    }
  }

  @Override
  public void close() {
    closing = true;
    // Breaks off the tries under way; they are made again by the next service.
    client.close();
    end.handle((nothing, fault) -> true)
        .completeOnTimeout(true, CLOSING.toSeconds(), TimeUnit.SECONDS)
        .join();
    tries.shutdownNow();
  }

  private void run() {
    try (consumer;
        producer) {
      producer.initTransactions();
      assign();
      readTables();
      while (!closing) {
        Map<TopicPartition, OffsetAndMetadata> takenUp = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record, takenUp);
        }
        for (Postman.Outcome outcome = outcomes.poll();
            outcome != null;
            outcome = outcomes.poll()) {
          settle(outcome);
        }
        write(takenUp);
        for (Delivery delivery : book.takeDue(now(), MOST_AT_ONCE)) {
          tries.execute(() -> outcomes.add(postman.attempt(delivery)));
        }
      }
      end.complete(null);
    } catch (RuntimeException e) {
      end.completeExceptionally(closing ? new KafkaException("closed", e) : e);
    }
  }

  private void assign() {
    List<TopicPartition> tables = partitions(TABLES);
    List<TopicPartition> all = new ArrayList<>(tables);
    all.addAll(partitions(INPUTS));
    consumer.assign(all);
    consumer.seekToBeginning(tables);
  }

  private void readTables() {
    List<TopicPartition> inputs = partitions(INPUTS);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(TABLES));
    consumer.pause(inputs);
    while (!closing
        && ends.entrySet().stream()
            .anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        take(record, new HashMap<>());
      }
    }
    consumer.resume(inputs);
  }

  private List<TopicPartition> partitions(List<Topic<?>> topics) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private void take(
      ConsumerRecord<String, byte[]> record, Map<TopicPartition, OffsetAndMetadata> takenUp) {
    try {
      if (record.topic().equals(Topics.WATCHLISTS.name())) {
        keep(watchlists, record.key(), read(watchlistReader, record));
      } else if (record.topic().equals(Topics.DISABLED_WEBHOOKS.name())) {
        keep(disabled, record.key(), read(disabledReader, record));
      } else if (record.topic().equals(Topics.DELIVERIES.name())) {
        book.apply(record.key(), read(deliveryReader, record));
      } else {
        takenUp.put(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1));
        takeUp(record);
      }
    } catch (SerializationException e) {
      LOG.warn(
          "delivery: {}-{} offset {} is left out: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private static <V extends SpecificRecord> @Nullable V read(
      Deserializer<V> reader, ConsumerRecord<String, byte[]> record) {
    return reader.deserialize(record.topic(), record.value());
  }

  private static <V> void keep(Map<String, V> table, String key, @Nullable V value) {
    if (value == null) {
      table.remove(key);
    } else {
      table.put(key, value);
    }
  }

  /** Takes an alert up for the webhook of its watchlist, unless it was raised before that. */
  private void takeUp(ConsumerRecord<String, byte[]> record) {
    Watchlist watchlist = watchlists.get(record.key());
    if (watchlist == null || watchlist.getWebhook() == null || record.value() == null) {
      return;
    }
    if (record.topic().equals(Topics.ALERTS.name())) {
      Alert alert = alertReader.deserialize(record.topic(), record.value());
      takeUp(
          record,
          watchlist,
          "dateline.alert",
          alert.getRaised(),
          alert.getSummary(),
          alert.getClaim().getArticle().getUrl(),
          alert);
    } else {
      ArticleAlert alert = articleAlertReader.deserialize(record.topic(), record.value());
      takeUp(
          record,
          watchlist,
          "dateline.alert.article",
          alert.getRaised(),
          alert.getSummary(),
          alert.getArticle().getUrl(),
          alert);
    }
  }

  private void takeUp(
      ConsumerRecord<String, byte[]> record,
      Watchlist watchlist,
      String type,
      Instant raised,
      String summary,
      @Nullable String link,
      SpecificRecord alert) {
    String url = watchlist.getWebhook();
    if (url == null || raised.isBefore(watchlist.getCreated())) {
      return;
    }
    Instant now = now();
    String place = record.topic() + "-" + record.partition() + "-" + record.offset();
    Header trace = record.headers().lastHeader(CloudEvents.TRACEPARENT);
    Delivery delivery =
        Delivery.newBuilder()
            .setId("msg_" + Ids.of(place))
            .setTopic(record.topic())
            .setPartition(record.partition())
            .setOffset(record.offset())
            .setWatchlist(watchlist.getName())
            .setUrl(url)
            .setBody(Payloads.of(watchlist.getWebhookFormat(), type, raised, summary, link, alert))
            .setCreated(now)
            .setDue(now)
            .setTraceparent(
                trace == null ? null : new String(trace.value(), StandardCharsets.UTF_8))
            .build();
    if (disabled.containsKey(url)) {
      giveUp(delivery, "the webhook is disabled since it answered 410");
    } else if (book.size(url) >= MOST_WAITING) {
      giveUp(delivery, MOST_WAITING + " others wait for the webhook");
    } else {
      put(Topics.DELIVERIES, deliveryWriter, delivery.getId(), delivery);
    }
  }

  private void settle(Postman.Outcome outcome) {
    Delivery tried = Delivery.newBuilder(outcome.delivery()).build();
    if (outcome.failure() == null) {
      put(Topics.DELIVERIES, deliveryWriter, tried.getId(), null);
      return;
    }
    if (closing) {
      return;
    }
    Instant now = now();
    tried.setAttempts(tried.getAttempts() + 1);
    tried.setTried(now);
    tried.setFailure(outcome.failure());
    if (outcome.gone()) {
      disable(tried, now);
      return;
    }
    Duration wait = settings.wait(tried.getAttempts());
    Duration asked = outcome.asked();
    tried.setDue(now.plus(asked == null || asked.compareTo(wait) < 0 ? wait : asked));
    if (tried.getDue().isAfter(tried.getCreated().plus(settings.patience()))) {
      giveUp(tried, "no try succeeded in " + settings.patience().toHours() + " hours");
      put(Topics.DELIVERIES, deliveryWriter, tried.getId(), null);
    } else {
      put(Topics.DELIVERIES, deliveryWriter, tried.getId(), tried);
    }
  }

  /** The receiver asked for no more: what waits for it is given up too. */
  private void disable(Delivery tried, Instant now) {
    String reason = "the receiver answered 410: it asks for no more";
    put(
        Topics.DISABLED_WEBHOOKS,
        disabledWriter,
        tried.getUrl(),
        DisabledWebhook.newBuilder()
            .setUrl(tried.getUrl())
            .setSince(now)
            .setReason(reason)
            .build());
    giveUp(tried, reason);
    put(Topics.DELIVERIES, deliveryWriter, tried.getId(), null);
    for (Delivery waiting : book.of(tried.getUrl())) {
      if (!waiting.getId().equals(tried.getId())) {
        giveUp(waiting, reason);
        put(Topics.DELIVERIES, deliveryWriter, waiting.getId(), null);
      }
    }
  }

  private void giveUp(Delivery delivery, String reason) {
    put(
        Topics.DEAD_DELIVERIES,
        deadWriter,
        delivery.getId(),
        Delivery.newBuilder(delivery).setDead(reason).build());
  }

  private <V extends SpecificRecord> void put(
      Topic<V> topic, Serializer<V> writer, String key, @Nullable V value) {
    RecordHeaders headers = new RecordHeaders();
    if (value instanceof Delivery delivery && delivery.getTraceparent() != null) {
      headers.add(
          CloudEvents.TRACEPARENT, delivery.getTraceparent().getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = writer.serialize(topic.name(), headers, value);
    output.add(new ProducerRecord<>(topic.name(), null, key, bytes, headers));
  }

  /** Writes everything that was decided, and the offsets of the alerts taken up, or nothing. */
  private void write(Map<TopicPartition, OffsetAndMetadata> takenUp) {
    if (output.isEmpty() && takenUp.isEmpty()) {
      return;
    }
    producer.beginTransaction();
    for (ProducerRecord<String, byte[]> record : output) {
      // What becomes of it is asked for at the commit, which fails when a record did.
      @SuppressWarnings("unused")
      Future<RecordMetadata> ignored = producer.send(record);
    }
    producer.sendOffsetsToTransaction(takenUp, consumer.groupMetadata());
    producer.commitTransaction();
    output.clear();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "delivery-try");
    thread.setDaemon(true);
    return thread;
  }
}
