package dev.dateline.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Where logs go beyond what {@code logback.xml} says: to standard error with {@code --debug}, and
 * to a file where there is a data directory to keep it in.
 */
public final class Debug {

  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{0}: %msg%n";

  private static volatile boolean on;

  private Debug() {}

  /** Tells whether stack traces are wanted. */
  public static boolean isOn() {
    return on;
  }

  /** Turns on stack traces, and logs from INFO upwards on standard error. */
  static void turnOn() {
    if (!on) {
      on = true;
      ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
      appender.setTarget("System.err");
      attach(appender, Level.INFO);
    }
  }

  /** Keeps warnings of everything, Kafka's clients included, in a file. */
  public static void keepLog(Path file) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(file.toString());
    attach(appender, on ? Level.INFO : Level.WARN);
  }

  private static void attach(OutputStreamAppender<ILoggingEvent> appender, Level level) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(level);
  }
}
