package dev.dateline.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Says which Dateline this is, on which Kafka and Java. */
final class Version implements IVersionProvider {

  private static final String RESOURCE = "/dev/dateline/app/version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "dateline "
          + own()
          + " (Kafka "
          + AppInfoParser.getVersion()
          + ", Java "
          + Runtime.version()
          + ")"
    };
  }

  private static String own() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + RESOURCE, e);
    }
    return properties.getProperty("version", "unknown");
  }
}
