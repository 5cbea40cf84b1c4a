package dev.dateline.ingest.poll;

import dev.dateline.http.HttpAddress;
import dev.dateline.ingest.article.WebAddress;
import dev.dateline.ingest.publish.IngestException;
import dev.dateline.ingest.publish.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceHealth;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The list of the feeds that are polled, in its topic.
 *
 * <p>A feed's key is its address in its one form; its partition goes by its host, so that all feeds
 * of a host are polled by one instance. Thread-safe. Throws {@link IngestException} with one line
 * for people when Kafka is out of reach or a topic is missing.
 */
public final class FeedList {

  /** The group whose members share the list: a contract. */
  public static final String GROUP = "dateline-ingest-feeds";

  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final int WAIT_FOR_BROKER_MILLIS = 20_000;

  private final Map<String, Object> clientProperties;

  /**
   * Makes one that connects with each call.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   */
  public FeedList(Map<String, Object> clientProperties) {
    this.clientProperties = Map.copyOf(clientProperties);
  }

  /** Returns the one form of a feed's address; empty when it is not a whole http or https one. */
  public static Optional<String> address(String written) {
    return HttpAddress.parse(written).flatMap(uri -> WebAddress.canonical(uri.toString()));
  }

  /** Adds the feeds, or replaces what the list says of them. */
  public void add(Collection<Feed> feeds) {
    write(feeds.stream().map(Feed::getUrl).toList(), new ArrayList<>(feeds));
  }

  /** Removes the feeds of these addresses. */
  public void remove(Collection<String> urls) {
    write(new ArrayList<>(urls), null);
  }

  /** Returns the feeds by their addresses, sorted. */
  public Map<String, Feed> feeds() {
    return read(Topics.FEEDS);
  }

  /** Returns where ingest stands with the feeds, by their addresses, sorted. */
  public Map<String, FeedState> states() {
    return read(Topics.FEED_STATES);
  }

  /** Returns how the feeds do, by their addresses, sorted. */
  public Map<String, SourceHealth> health() {
    return read(Topics.SOURCE_HEALTH);
  }

  /** Returns a consumer that shares the list with the other instances. */
  static Consumer<String, byte[]> sharedConsumer(Map<String, Object> clientProperties) {
    Consumer<String, byte[]> consumer = KafkaClients.groupConsumer(clientProperties, GROUP);
    KafkaClients.requireTopic(consumer, Topics.FEEDS);
    return consumer;
  }

  /** Returns the partition of a feed. */
  static int partition(String url, int partitions) {
    String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
    return Integer.parseInt(Ids.of(host).substring(0, 7), 16) % partitions;
  }

  private void write(List<String> urls, @Nullable List<Feed> feeds) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "dateline-feeds");
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_FOR_BROKER_MILLIS);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    var serializer = AvroSerde.of(Topics.FEEDS).serializer();
    Producer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    try {
      int partitions = producer.partitionsFor(Topics.FEEDS.name()).size();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < urls.size(); i++) {
        RecordHeaders headers = new RecordHeaders();
        String url = urls.get(i);
        byte[] value =
            feeds == null ? null : serializer.serialize(Topics.FEEDS.name(), headers, feeds.get(i));
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topics.FEEDS.name(), partition(url, partitions), url, value, headers)));
      }
      for (Future<RecordMetadata> one : sent) {
        RecordMetadata unused = one.get();
      }
    } catch (KafkaException e) {
      throw new IngestException("writing the feed list: " + e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new IngestException("writing the feed list: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IngestException("writing the feed list: interrupted", e);
    } finally {
      producer.close(CLOSING);
    }
  }

  private <T extends SpecificRecord> Map<String, T> read(Topic<T> topic) {
    Deserializer<T> deserializer = AvroSerde.of(topic).deserializer();
    Map<String, T> found = new TreeMap<>();
    try (Consumer<String, byte[]> consumer =
        KafkaClients.committedConsumer(clientProperties, "feed-list")) {
      KafkaClients.readAll(
          consumer,
          KafkaClients.requireTopic(consumer, topic),
          record -> {
            if (record.value() == null) {
              found.remove(record.key());
            } else {
              found.put(record.key(), deserializer.deserialize(topic.name(), record.value()));
            }
          });
    } catch (KafkaException e) {
      throw new IngestException("reading " + topic.name() + ": " + e.getMessage(), e);
    }
    return found;
  }
}
