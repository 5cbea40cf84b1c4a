package dev.dateline.sink.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody else's program in a JVM of its own, gone when it is closed. */
final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a class on the tests' class path; what it prints goes to the log. */
  static ChildProcess ofClass(String name, Path log, List<String> arguments) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), name));
    words.addAll(arguments);
    return start(words, log, Map.of());
  }

  /** Starts a JVM with those words. */
  static ChildProcess start(List<String> words, Path log, Map<String, String> environment)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new ChildProcess(builder.start(), log);
  }

  /** Waits until it has ended by itself; returns what it printed. */
  String output(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + limit + ": " + printed());
    }
    return printed();
  }

  String printed() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
