package dev.dateline.streams.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;

/** The reading end of a topic. Not thread-safe. */
public final class TestOutput<V> {

  private final TestOutputTopic<String, V> topic;
  private final String name;

  TestOutput(TestOutputTopic<String, V> topic, String name) {
    this.topic = topic;
    this.name = name;
  }

  /** Returns the next record; fails when there is none. */
  public TestRecord<String, V> expectNextRecord() {
    if (topic.isEmpty()) {
      throw new AssertionError("expected a record in " + name + ", found none");
    }
    return topic.readRecord();
  }

  /** Fails when there is a record left. */
  public void expectNoMoreRecord() {
    if (!topic.isEmpty()) {
      throw new AssertionError(
          "expected no more record in " + name + ", found " + topic.readRecord());
    }
  }

  /** Returns all records left, oldest first. */
  public List<TestRecord<String, V>> rest() {
    return new ArrayList<>(topic.readRecordsToList());
  }
}
