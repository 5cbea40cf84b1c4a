package dev.dateline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void timeOutIsRetriableHoweverDeepItIsWrapped() {
    assertThat(Faults.isRetriable(new TimeoutException("late"))).isTrue();
    assertThat(
            Faults.isRetriable(
                new StreamsException(
                    new IllegalStateException(new DisconnectException("the broker went")))))
        .isTrue();
  }

  @Test
  void faultOfTheProgramIsNotRetriable() {
    assertThat(Faults.isRetriable(new IllegalStateException("no good"))).isFalse();
    assertThat(Faults.isRetriable(new RecordTooLargeException("9 MB"))).isFalse();
  }

  @Test
  void exceptionOfAStepAndAnUnreadableRecordAreTheRecordsOwn() {
    assertThat(Faults.isOfTheRecord(new IllegalStateException("no good"))).isTrue();
    assertThat(Faults.isOfTheRecord(new SerializationException("too large"))).isTrue();
    assertThat(Faults.isOfTheRecord(new StreamsException("cast", new ClassCastException("no"))))
        .isTrue();
  }

  @Test
  void faultOfAStoreOrAProducerIsNotTheRecordsOwn() {
    assertThat(Faults.isOfTheRecord(new ProcessorStateException("disk full"))).isFalse();
    assertThat(Faults.isOfTheRecord(new StreamsException("fenced"))).isFalse();
    assertThat(Faults.isOfTheRecord(new RuntimeException(new TimeoutException("late")))).isFalse();
    assertThat(
            Faults.isOfTheRecord(
                new SerializationException("registry", new TimeoutException("late"))))
        .isFalse();
  }

  @Test
  void rootIsTheInnermostCauseThatSaysSomething() {
    Throwable root =
        Faults.rootOf(
            new StreamsException("outer", new IllegalStateException("inner", new Exception())));

    assertThat(root).hasMessage("inner");
  }
}
