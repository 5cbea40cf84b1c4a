package dev.dateline.broker.child;

import dev.dateline.broker.DirectoryLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main class of the broker's own process: one KRaft node, broker and controller in one.
 *
 * <p>Says one line on standard output: {@code started}, {@code port-taken} and a message, {@code
 * directory-in-use}, or {@code failed} and a message. It lives exactly as long as its standard
 * input stays open, so it goes when its parent goes, even when that is killed.
 */
public final class BrokerProcess {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerProcess.class);
  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(8);

  private BrokerProcess() {}

  /**
   * Runs the node.
   *
   * @param arguments data directory, client port, controller port
   */
  public static void main(String[] arguments) {
    // Standard output speaks to the parent alone; Kafka's own prints must not get in between.
    PrintStream parent = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true));
    CountDownLatch parentGone = watchParent(System.in);
    Path data = Path.of(arguments[0]);
    NodeProperties node =
        new NodeProperties(
            data.resolve("kafka"), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    try {
      Optional<DirectoryLock> lock = DirectoryLock.tryTake(data.resolve("broker.lock"));
      if (lock.isEmpty()) {
        leave(parent, "directory-in-use");
      }
      run(node, parent, parentGone);
      lock.ifPresent(DirectoryLock::close);
      Runtime.getRuntime().halt(0);
    } catch (Throwable fault) {
      LOG.error("the broker did not start", fault);
      leave(parent, describe(fault));
    }
  }

  private static void run(NodeProperties node, PrintStream parent, CountDownLatch parentGone)
      throws Exception {
    format(node);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(node.toProperties(), false), Time.SYSTEM);
    server.startup();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    parent.println("started");
    parentGone.await();
    haltAfter(SHUTDOWN_LIMIT);
    server.shutdown();
  }

  private static void format(NodeProperties node) throws Exception {
    if (Files.exists(node.logDirectory().resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NodeProperties.NODE_ID)
        .addDirectory(node.logDirectory().toString())
        .setMetadataLogDirectory(node.logDirectory().toString())
        .setControllerListenerName(NodeProperties.CONTROLLER_LISTENER)
        .setIgnoreFormatted(true)
        .run();
  }

  private static CountDownLatch watchParent(InputStream in) {
    CountDownLatch gone = new CountDownLatch(1);
    startDaemon(
        "parent",
        () -> {
          try {
            in.transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            LOG.warn("the parent's pipe broke", e);
          } finally {
            gone.countDown();
          }
        });
    return gone;
  }

  private static void haltAfter(Duration limit) {
    startDaemon(
        "halt",
        () -> {
          try {
            TimeUnit.MILLISECONDS.sleep(limit.toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            Runtime.getRuntime().halt(1);
          }
        });
  }

  private static void startDaemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void leave(PrintStream parent, String line) {
    parent.println(line.replaceAll("\\R+", " "));
    parent.flush();
    Runtime.getRuntime().halt(1);
  }

  private static String describe(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String kind = root instanceof BindException ? "port-taken " : "failed ";
    return kind + (root.getMessage() == null ? root.toString() : root.getMessage());
  }
}
