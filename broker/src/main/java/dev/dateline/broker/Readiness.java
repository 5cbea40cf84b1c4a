package dev.dateline.broker;

import dev.dateline.broker.BrokerException.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks a broker whether it takes part in its cluster. */
final class Readiness {

  private Readiness() {}

  static void await(String address, long deadlineNanos) {
    Map<String, Object> properties =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            address,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5000,
            AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
            false);
    try (Admin admin = Admin.create(properties)) {
      while (!hasNode(admin)) {
        if (System.nanoTime() > deadlineNanos) {
          throw new BrokerException(
              Reason.NOT_STARTED, "starting the broker: it does not answer at " + address);
        }
        EmbeddedBroker.pause();
      }
    }
  }

  private static boolean hasNode(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.NOT_STARTED, "starting the broker: interrupted", e);
    }
  }

  /** Returns how long is left, never negative. */
  static Duration left(long deadlineNanos) {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }
}
