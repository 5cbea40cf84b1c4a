package dev.dateline.ingest.poll;

import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceProblem;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Counts feeds and what is wrong with them. One thread counts, any thread may read. */
final class PollMetrics implements PollMetricsMXBean {

  private static final AtomicInteger INSTANCES = new AtomicInteger();

  private final int instance = INSTANCES.incrementAndGet();
  private final AtomicLong published = new AtomicLong();
  private volatile Counts counts = new Counts(0, Map.of(), 0);

  private record Counts(int feeds, Map<SourceProblem, Integer> problems, double itemsPerDay) {

    int of(SourceProblem problem) {
      return problems.getOrDefault(problem, 0);
    }
  }

  /** Makes it readable by JMX; does nothing where that is not allowed. */
  void register() {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      server.registerMBean(this, name());
    } catch (JMException e) {
      // Polling goes on without being counted.
    }
  }

  void unregister() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name());
    } catch (JMException e) {
      // It was not registered.
    }
  }

  /** Counts the feeds anew. */
  void count(Collection<FeedState> states) {
    Map<SourceProblem, Integer> problems = new EnumMap<>(SourceProblem.class);
    double itemsPerDay = 0;
    for (FeedState state : states) {
      List<SourceProblem> found =
          state.getHabits() == null ? List.of() : state.getHabits().getProblems();
      found.forEach(problem -> problems.merge(problem, 1, Integer::sum));
      itemsPerDay += state.getItemsPerDay() == null ? 0 : state.getItemsPerDay();
    }
    counts = new Counts(states.size(), problems, itemsPerDay);
  }

  /** Counts an article. */
  void published() {
    published.incrementAndGet();
  }

  @Override
  public int getFeeds() {
    return counts.feeds();
  }

  @Override
  public int getFeedsFailing() {
    return counts.of(SourceProblem.FAILING) + counts.of(SourceProblem.GIVEN_UP);
  }

  @Override
  public int getFeedsSilent() {
    return counts.of(SourceProblem.SILENT);
  }

  @Override
  public int getFeedsWithoutText() {
    return counts.of(SourceProblem.BODIES_GONE);
  }

  @Override
  public int getFeedsAheadOfTime() {
    return counts.of(SourceProblem.FUTURE_DATES);
  }

  @Override
  public double getItemsPerDayExpected() {
    return counts.itemsPerDay();
  }

  @Override
  public long getArticlesPublished() {
    return published.get();
  }

  private ObjectName name() throws JMException {
    return new ObjectName("dev.dateline:type=feeds,instance=" + instance);
  }
}
