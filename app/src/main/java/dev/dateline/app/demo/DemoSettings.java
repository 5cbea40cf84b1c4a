package dev.dateline.app.demo;

import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.ExitStatus;
import dev.dateline.app.cli.Home;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.dashboard.DashboardSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demo runs on.
 *
 * @param paths files and folders of articles; never empty
 * @param broker the broker's settings; the services keep their data in its directory too
 * @param dashboard how the dashboard is served; not at all when once
 * @param once whether to end when the input is drained
 * @param home where Dateline lives
 */
public record DemoSettings(
    List<Path> paths, BrokerSettings broker, DashboardSettings dashboard, boolean once, Home home) {

  /**
   * Takes the sample articles where no path is given, and checks that there is something to read.
   */
  public DemoSettings {
    paths = paths.isEmpty() ? List.of(home.seeds()) : List.copyOf(paths);
    if (paths.stream().noneMatch(Files::exists)) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "reading " + Home.display(paths.get(0)) + ": no such file or folder: check the path");
    }
  }

  /** Returns where the broker and the services keep their data. */
  Path dataDirectory() {
    return broker.dataDirectory();
  }

  /** Tells whether the data lies where every command looks for it by itself. */
  boolean isDefaultData() {
    return dataDirectory().equals(home.demoData());
  }
}
