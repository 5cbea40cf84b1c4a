package dev.dateline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

  private static final StreamsApplication APP = new SampleApp(article -> List.of());
  private static final StreamsSettings DEFAULTS =
      StreamsSettings.of("broker:9092", Path.of("state"));

  @Test
  void defaultsAreTheBaselineOfTheHouse() {
    assertThat(StreamsConfiguration.of(APP, DEFAULTS))
        .containsEntry("application.id", "dateline-sample")
        .containsEntry("bootstrap.servers", "broker:9092")
        .containsEntry("state.dir", "state")
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("group.protocol", "classic")
        .containsEntry("session.timeout.ms", "10000")
        .containsEntry("producer.transaction.timeout.ms", "60000")
        .containsEntry("max.poll.records", "50")
        .containsEntry("buffered.records.per.partition", "50")
        .containsEntry("commit.interval.ms", "200")
        .containsEntry("num.stream.threads", "1")
        .containsEntry("auto.offset.reset", "earliest")
        .containsEntry("producer.compression.type", "zstd")
        .containsEntry("producer.compression.zstd.level", "1")
        .containsEntry("producer.batch.size", "131072")
        .containsEntry("ensure.explicit.internal.resource.naming", "true");
  }

  @Test
  void everySettingReachesKafka() {
    Properties configuration =
        StreamsConfiguration.of(
            APP,
            DEFAULTS
                .withThreads(3)
                .withCommitInterval(Duration.ofMillis(250))
                .withMaxRecordBytes(4_096)
                .withOverrides(Map.of("security.protocol", "SSL")));

    assertThat(configuration)
        .containsEntry("num.stream.threads", "3")
        .containsEntry("commit.interval.ms", "250")
        .containsEntry("security.protocol", "SSL");
  }

  @Test
  void everyNameOfTheBaselineIsOneKafkaKnows() {
    StreamsConfig config = new StreamsConfig(StreamsConfiguration.of(APP, DEFAULTS));

    assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
        .isEqualTo("exactly_once_v2");
    assertThat(config.getProducerConfigs("c"))
        .containsEntry("transaction.timeout.ms", "60000")
        .containsEntry("compression.type", "zstd");
    assertThat(config.getMainConsumerConfigs("g", "c", 1))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("session.timeout.ms", "10000");
  }

  @Test
  void overrideWinsOverTheNamedSettingAndTheBaseline() {
    Properties configuration =
        StreamsConfiguration.of(
            APP,
            DEFAULTS
                .withThreads(2)
                .withOverrides(Map.of("num.stream.threads", "5", "max.poll.records", "7")));

    assertThat(configuration)
        .containsEntry("num.stream.threads", "5")
        .containsEntry("max.poll.records", "7");
  }

  @Test
  void overrideThatGivesUpExactlyOnceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                StreamsConfiguration.of(
                    APP, DEFAULTS.withOverrides(Map.of("processing.guarantee", "at_least_once"))))
        .withMessageContaining("processing.guarantee")
        .withMessageContaining("at_least_once")
        .withMessageContaining("exactly_once_v2");
  }

  @Test
  void settingOutOfBoundsIsRefusedWithItsNameValueAndMend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withThreads(0))
        .withMessage("setting threads: \"0\" does not do; use at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withCommitInterval(Duration.ZERO))
        .withMessageContaining("commit-interval");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withMaxRecordBytes(1 << 30))
        .withMessageContaining("max-record-bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamsSettings.of(" ", Path.of("state")))
        .withMessageContaining("bootstrap-server");
  }

  @Test
  void internalTopicWithoutANameOfItsOwnIsRefused() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> StreamsTopology.of(new UnnamedStoreApp(), DEFAULTS)))
        .isInstanceOf(TopologyException.class)
        .hasMessageContaining("name");
  }
}
