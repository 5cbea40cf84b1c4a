package dev.dateline.app.kafka;

import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.ExitStatus;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Asks whether a cluster answers, once and with a limit, before clients would retry for minutes.
 */
final class ClusterProbe {

  private static final int LIMIT_MILLIS = 6_000;

  private ClusterProbe() {}

  static void requireAnswer(Cluster cluster) {
    Map<String, Object> properties = cluster.properties(Map.of());
    // Who has a broker far away says so in the file of --command-config.
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
    try (Admin admin = Admin.create(properties)) {
      admin.describeCluster().nodes().get();
    } catch (ExecutionException e) {
      throw unreachable(cluster, e.getCause() == null ? e : e.getCause());
    } catch (ConfigException e) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          connecting(cluster)
              + e.getMessage()
              + ": check --bootstrap-server and the file of --command-config",
          e);
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof ConfigException) {
        throw new CommandFailure(
            ExitStatus.FAILURE, connecting(cluster) + "no such host: check --bootstrap-server", e);
      }
      throw unreachable(cluster, cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(cluster, e);
    }
  }

  private static CommandFailure unreachable(Cluster cluster, Throwable cause) {
    String why =
        cause instanceof TimeoutException
            ? "no broker answers: is it up, and is the address right?"
            : cause.getMessage() + ": check the file of --command-config";
    return new CommandFailure(ExitStatus.FAILURE, connecting(cluster) + why, cause);
  }

  private static String connecting(Cluster cluster) {
    return "connecting to Kafka: " + cluster.bootstrapServers() + ": ";
  }
}
