package dev.dateline.broker;

import dev.dateline.broker.BrokerException.Reason;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The broker's process as its parent sees it. */
final class BrokerChild {

  private static final String MAIN_CLASS = "dev.dateline.broker.child.BrokerProcess";

  private final Process process;
  private final LogTail log;
  private final CompletableFuture<String> firstLine;

  private BrokerChild(Process process, LogTail log) {
    this.process = process;
    this.log = log;
    this.firstLine = CompletableFuture.supplyAsync(this::readFirstLine, BrokerChild::inThread);
  }

  static BrokerChild launch(
      BrokerSettings settings, DataDirectory directory, int clientPort, int controllerPort) {
    LogTail log = LogTail.after(directory.log());
    ProcessBuilder builder =
        new ProcessBuilder(command(settings, directory, clientPort, controllerPort))
            .directory(directory.path().toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(directory.log().toFile()));
    // Options meant for the parent's JVM, an agent's port for one, are not for its child.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    try {
      return new BrokerChild(builder.start(), log);
    } catch (IOException e) {
      throw new BrokerException(Reason.NOT_STARTED, "starting the broker: " + e.getMessage(), e);
    }
  }

  private static List<String> command(
      BrokerSettings settings, DataDirectory directory, int clientPort, int controllerPort) {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      // Ctrl-C reaches the whole process group; the broker must outlive those who still commit.
      command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!settings.longLived()) {
      // In minutes, what C2 would spend on a broker does not pay back.
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx" + settings.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=dev/dateline/broker/child/logback.xml",
            "-cp",
            classPath(settings.libraries()),
            MAIN_CLASS,
            directory.path().toString(),
            Integer.toString(clientPort),
            Integer.toString(controllerPort)));
    return command;
  }

  private static String classPath(Path libraries) {
    return OwnClassPath.location() + File.pathSeparator + libraries.toAbsolutePath().resolve("*");
  }

  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  long processId() {
    return process.pid();
  }

  /** Waits for the process's word; a process that ends without one, or is late, has failed. */
  StartReport awaitStart(long deadlineNanos) {
    try {
      String line = firstLine.get(Readiness.left(deadlineNanos).toMillis(), TimeUnit.MILLISECONDS);
      if (line.isEmpty()) {
        return failed(log.lastUsefulLine("its process ended without a word"));
      }
      return StartReport.parse(line);
    } catch (TimeoutException e) {
      return failed(log.lastUsefulLine("it took too long"));
    } catch (ExecutionException e) {
      return failed(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private StartReport failed(String message) {
    process.destroyForcibly();
    return new StartReport(StartReport.Outcome.FAILED, message);
  }

  /** Ends the process: cleanly when it does so in time, else by force. */
  void stop(Duration limit) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The process has gone already, which is what is wanted.
      process.destroy();
    }
    boolean interrupted = false;
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String readFirstLine() {
    try {
      // Not closed: the process may not be made to die of a broken pipe.
      BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inThread(Runnable work) {
    Thread thread = new Thread(work, "broker-start");
    thread.setDaemon(true);
    thread.start();
  }
}
