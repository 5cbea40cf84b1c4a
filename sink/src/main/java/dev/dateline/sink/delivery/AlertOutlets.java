package dev.dateline.sink.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as JSON Lines files and as a feed, read from news.alerts. Thread-safe.
 *
 * <p>The files tell themselves how far they are: each line has the partition and offset of its
 * record, so that each alert is in them once, though the process is killed.
 */
public final class AlertOutlets implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final int MOST_IN_FEED = 100;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<Alert> alerts = AvroSerde.of(Topics.ALERTS).deserializer();
  private final @Nullable JsonLinesFiles files;
  private final @Nullable HttpServer server;
  private final Deque<Alert> latest = new ArrayDeque<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean closing;

  private AlertOutlets(
      Map<String, Object> clientProperties,
      @Nullable JsonLinesFiles files,
      @Nullable HttpServer server) {
    this.files = files;
    this.server = server;
    Map<String, Object> reading = new HashMap<>(clientProperties);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Starts.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   * @param folder where the files go; null for none
   * @param port where the feed is served on this machine, 0 for a free one; null for none
   * @throws IOException if the folder cannot be written or the port is taken
   */
  public static AlertOutlets start(
      Map<String, Object> clientProperties, @Nullable Path folder, @Nullable Integer port)
      throws IOException {
    JsonLinesFiles files = folder == null ? null : JsonLinesFiles.open(folder);
    HttpServer server =
        port == null
            ? null
            : HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    AlertOutlets outlets = new AlertOutlets(clientProperties, files, server);
    if (server != null) {
      outlets.serve(server);
    }
    Thread thread = new Thread(outlets::run, "alert-outlets");
    thread.setDaemon(true);
    thread.start();
    return outlets;
  }

  /** Returns where the feed is; an empty text without one. */
  public String feedAddress() {
    return server == null
        ? ""
        : "http://localhost:" + server.getAddress().getPort() + "/alerts.atom";
  }

  /** Throws what it stopped of, if it did. */
  public void requireAlive() {
    if (end.isCompletedExceptionally()) {
      throw new KafkaException(
          "writing alerts to files", end.handle((nothing, fault) -> fault).join());
    }
  }

  @Override
  public void close() {
    closing = true;
    end.handle((nothing, fault) -> true).completeOnTimeout(true, 5, TimeUnit.SECONDS).join();
    if (server != null) {
      server.stop(0);
    }
  }

  private void run() {
    try (consumer;
        files) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ALERTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closing) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
        if (files != null) {
          files.flush();
        }
      }
      end.complete(null);
    } catch (IOException | RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) throws IOException {
    Alert alert;
    try {
      alert = alerts.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      // A newer Dateline's; the others are still of use.
      return;
    }
    synchronized (latest) {
      latest.addFirst(alert);
      if (latest.size() > MOST_IN_FEED) {
        latest.removeLast();
      }
    }
    if (files != null) {
      files.append(record.partition(), record.offset(), PlainJson.toString(alert));
    }
  }

  private void serve(HttpServer http) {
    http.createContext("/alerts.atom", exchange -> answer(exchange, "atom", AlertFeed::atom));
    http.createContext("/alerts.rss", exchange -> answer(exchange, "rss", AlertFeed::rss));
    http.start();
  }

  private void answer(HttpExchange exchange, String kind, Function<List<Alert>, byte[]> feed)
      throws IOException {
    try (exchange) {
      List<Alert> alerts;
      synchronized (latest) {
        alerts = List.copyOf(latest);
      }
      byte[] body = feed.apply(alerts);
      exchange
          .getResponseHeaders()
          .set("Content-Type", "application/" + kind + "+xml; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
