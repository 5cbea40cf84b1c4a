package dev.dateline.bench;

import dev.dateline.dashboard.Dashboard;
import dev.dateline.dashboard.DashboardSettings;
import java.io.IOException;
import java.util.Map;

/** The dashboard in a process of its own, with a heap of its own, until its input ends. */
public final class DashboardServer {

  private DashboardServer() {}

  /**
   * Serves the cluster at the address that is the only argument; prints where, and at last its
   * heap.
   */
  public static void main(String[] arguments) throws IOException {
    try (Dashboard dashboard =
        Dashboard.start(
            Map.of("bootstrap.servers", arguments[0]),
            DashboardSettings.defaults().at("localhost", 0))) {
      System.out.println(dashboard.address());
      while (System.in.read() >= 0) {
        // Whoever started this closes the input when it is done.
      }
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.println((runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
