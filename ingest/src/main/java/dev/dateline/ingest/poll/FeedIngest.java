package dev.dateline.ingest.poll;

import dev.dateline.http.GuardedClient;
import dev.dateline.http.HttpAddress;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.feed.FeedEntry;
import dev.dateline.ingest.publish.CursorReader;
import dev.dateline.ingest.publish.FeedPublisher;
import dev.dateline.ingest.publish.IngestException;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedFailure;
import dev.dateline.schemas.avro.SeenItem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Polls the feeds of the feed list for as long as it runs, sharing them with every other instance.
 *
 * <p>The list's partitions are shared by a consumer group; each instance publishes what its
 * partitions' feeds give, with the feeds' states, by {@link FeedPublisher}. One thread decides and
 * publishes; others only fetch and read. All feeds of a host are in one partition, so the pause
 * between requests to a host holds over all instances.
 *
 * <p>{@link #close()} may be called from any thread and ends {@link #run()}, which throws {@link
 * IngestException} with one line for people when Kafka is out of reach, a topic is missing or
 * another instance took over.
 */
public final class FeedIngest implements AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final int MOST_SITEMAPS = 20;
  private static final int PAGE_ATTEMPTS = 3;
  private static final Duration PAGE_RETRY = Duration.ofMinutes(1);

  private final Map<String, Object> clientProperties;
  private final PollSettings settings;
  private final Clock clock;
  private final PollListener listener;
  private final Schedule schedule;
  private final ArticleAssembler assembler;
  private final Robots robots = new Robots();
  private final RequestQueue<Job> queue = new RequestQueue<>();
  private final LinkedBlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final Map<Integer, PolledPartition> partitions = new HashMap<>();
  private final Deserializer<Feed> feeds = AvroSerde.of(Topics.FEEDS).deserializer();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final PollMetrics metrics = new PollMetrics();
  private volatile @Nullable Thread runner;
  private int underWay;

  /** A request on behalf of a partition, of no interest once the partition has gone. */
  private record Job(PolledPartition partition, Request request) {}

  private record Result(Job job, Answer answer) {}

  /**
   * Makes one that connects when it starts to run.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   * @param random spreads the feeds over time
   */
  public FeedIngest(
      Map<String, Object> clientProperties,
      PollSettings settings,
      Clock clock,
      RandomGenerator random,
      PollListener listener) {
    this.clientProperties = Map.copyOf(clientProperties);
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    this.schedule = new Schedule(settings, random);
    this.assembler = new ArticleAssembler(clock, settings.backfillAge());
  }

  /** Polls until closed. */
  public void run() {
    runner = Thread.currentThread();
    ExecutorService fetching =
        Executors.newFixedThreadPool(
            settings.requests(),
            work -> {
              Thread thread = new Thread(work, "fetch");
              thread.setDaemon(true);
              return thread;
            });
    try (GuardedClient client = GuardedClient.open(settings.http());
        CursorReader cursors = CursorReader.open(clientProperties);
        Consumer<String, byte[]> list = FeedList.sharedConsumer(clientProperties)) {
      metrics.register();
      Fetcher fetcher = new Fetcher(client, settings, clock);
      list.subscribe(List.of(Topics.FEEDS.name()), new Sharing(list, cursors));
      while (closed.getCount() > 0) {
        turn(list, cursors, fetcher, fetching);
      }
      settleResults();
      publish();
    } catch (KafkaException e) {
      throw new IngestException("polling feeds: " + e.getMessage(), e);
    } finally {
      metrics.unregister();
      fetching.shutdownNow();
      partitions.values().forEach(PolledPartition::close);
      partitions.clear();
      ended.countDown();
    }
  }

  /** Ends polling, publishes what was read, and waits for that up to ten seconds. */
  @Override
  public void close() {
    closed.countDown();
    Thread running = runner;
    if (running == null || running.equals(Thread.currentThread())) {
      return;
    }
    try {
      boolean unused = ended.await(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(
      Consumer<String, byte[]> list,
      CursorReader cursors,
      Fetcher fetcher,
      ExecutorService fetching) {
    for (ConsumerRecord<String, byte[]> record :
        list.poll(results.isEmpty() ? IDLE : Duration.ZERO)) {
      listed(record);
    }
    partitions.forEach(
        (number, partition) ->
            partition
                .startAt(list.position(new TopicPartition(Topics.FEEDS.name(), number)))
                .forEach(feed -> enqueue(partition, feed)));
    settleResults();
    publish();
    cursors.follow();
    dispatch(fetcher, fetching);
  }

  private void listed(ConsumerRecord<String, byte[]> record) {
    PolledPartition partition = partitions.get(record.partition());
    if (partition == null) {
      return;
    }
    Feed feed = record.value() == null ? null : feeds.deserialize(record.topic(), record.value());
    boolean isNew = partition.feed(record.key()) == null;
    partition
        .listed(record.key(), feed)
        .filter(polled -> isNew || polled.state().getNextDue() == null)
        .ifPresent(polled -> enqueue(partition, polled));
  }

  private void enqueue(PolledPartition partition, PolledFeed feed) {
    feed.due(clock.instant()).ifPresent(due -> enqueue(new Job(partition, feed.request()), due));
  }

  private void enqueue(Job job, Instant due) {
    queue.add(job.request().host(), job, due);
  }

  private void dispatch(Fetcher fetcher, ExecutorService fetching) {
    Instant now = clock.instant();
    while (underWay < settings.requests()) {
      Optional<Job> taken = queue.take(now);
      if (taken.isEmpty()) {
        return;
      }
      Job job = taken.get();
      URI uri = job.request().uri();
      if (isStale(job) || isSettledElsewhere(job)) {
        queue.done(job.request().host(), now);
      } else if (robots.isUnknown(uri, now)) {
        enqueue(job, now);
        start(
            new Job(job.partition(), new Request.ForRobots(Robots.addressFor(uri))),
            fetcher,
            fetching);
      } else if (robots.allows(uri)) {
        start(job, fetcher, fetching);
      } else {
        queue.done(job.request().host(), now);
        settle(job, robots.refused(uri), now);
      }
    }
  }

  private boolean isStale(Job job) {
    return !partitions.containsValue(job.partition());
  }

  /** An item whose page another feed of the outlet has led to meanwhile needs no page. */
  private boolean isSettledElsewhere(Job job) {
    if (!(job.request().original() instanceof Request.ForPage page)) {
      return false;
    }
    PolledFeed feed = job.partition().feed(page.feed());
    Optional<String> elsewhere =
        page.item().getArticleId().isEmpty()
            ? job.partition().articleOf(page.item())
            : Optional.empty();
    if (feed == null || elsewhere.isEmpty()) {
      return feed == null;
    }
    page.item().setArticleId(elsewhere.get());
    job.partition().remember(feed, page.item());
    closed(job.partition(), feed);
    return true;
  }

  private void start(Job job, Fetcher fetcher, ExecutorService fetching) {
    underWay++;
    fetching.execute(() -> results.add(new Result(job, answer(job, fetcher))));
  }

  @SuppressWarnings("IllegalCatch") // a page that breaks a parser must not stop the others
  private static Answer answer(Job job, Fetcher fetcher) {
    try {
      return fetcher.fetch(job.request());
    } catch (RuntimeException | StackOverflowError e) {
      return new Answer.Failed(
          FeedFailure.UNREADABLE, 0, "reading " + job.request().uri() + ": " + e, Optional.empty());
    }
  }

  private void settleResults() {
    for (Result result = results.poll(); result != null; result = results.poll()) {
      Instant now = clock.instant();
      underWay--;
      Request request = result.job().request();
      queue.done(request.host(), now.plus(pause(request.uri())));
      if (result.answer() instanceof Answer.RobotsRead read) {
        robots.keep(request.uri(), read.rules());
      } else if (!isStale(result.job())) {
        settle(result.job(), result.answer(), now);
      }
    }
  }

  private Duration pause(URI uri) {
    Duration asked = robots.delay(uri);
    return asked.compareTo(settings.hostDelay()) > 0 ? asked : settings.hostDelay();
  }

  private void settle(Job job, Answer answer, Instant now) {
    if (answer instanceof Answer.SentOn sentOn) {
      enqueue(new Job(job.partition(), Request.Redirected.of(job.request(), sentOn)), now);
      return;
    }
    if (answer instanceof Answer.Failed failed) {
      failed.retryAfter().ifPresent(wait -> queue.pause(job.request().host(), now.plus(wait)));
    }
    Request request = job.request().original();
    if (request instanceof Request.ForFeed forFeed) {
      PolledFeed feed = job.partition().feed(forFeed.feed());
      if (feed != null) {
        asked(job.partition(), feed, answer, now);
      }
    } else if (request instanceof Request.ForSitemap forSitemap) {
      PolledFeed feed = job.partition().feed(forSitemap.feed());
      if (feed != null) {
        if (answer instanceof Answer.Changed changed) {
          offer(job.partition(), feed, changed.feed().entries());
        }
        closed(job.partition(), feed);
      }
    } else if (request instanceof Request.ForPage forPage) {
      PolledFeed feed = job.partition().feed(forPage.feed());
      if (feed != null) {
        paged(job.partition(), feed, forPage, answer, now);
      }
    }
  }

  private void asked(PolledPartition partition, PolledFeed feed, Answer answer, Instant now) {
    boolean failedBefore = feed.state().getFailures() > 0;
    Double before = feed.state().getItemsPerDay();
    Instant last = feed.state().getLastAsked();
    if (answer instanceof Answer.Changed changed) {
      feed.changed(changed, now);
      List<FeedEntry> entries = changed.feed().entries();
      feed.opened(null); // so that a transaction in between does not take all for dealt with
      int fresh = offer(partition, feed, entries);
      changed.feed().children().stream()
          .limit(MOST_SITEMAPS)
          .forEach(
              child -> {
                feed.opened(null);
                enqueue(new Job(partition, new Request.ForSitemap(feed.url(), child)), now);
              });
      feed.closed();
      double pace = Schedule.itemsPerDay(before, fresh, last, PolledFeed.dates(entries), now);
      feed.scheduled(pace, fresh, schedule.afterAnswer(pace, changed.fresh(), now), now);
    } else if (answer instanceof Answer.Unchanged unchanged) {
      feed.unchanged(unchanged, now);
      double pace = Schedule.itemsPerDay(before, 0, last, List.of(), now);
      feed.scheduled(pace, 0, schedule.afterAnswer(pace, unchanged.fresh(), now), now);
    } else if (answer instanceof Answer.Failed failed) {
      if (feed.failed(failed)) {
        listener.failed(feed.url(), failed.kind(), failed.message());
      }
      Optional<Instant> next =
          schedule.afterFailure(
              failed.kind(), feed.state().getFailures(), failed.retryAfter(), now);
      feed.scheduled(before, 0, next.orElse(null), now);
    }
    if (failedBefore && feed.state().getFailures() == 0) {
      listener.recovered(feed.url());
    }
    partition.touch(feed);
    if (feed.isSettled()) {
      enqueue(partition, feed);
    }
  }

  /** Publishes the items that are new or changed, or fetches their pages; returns the new ones. */
  private int offer(PolledPartition partition, PolledFeed feed, List<FeedEntry> entries) {
    int fresh = 0;
    for (PolledFeed.Fresh item : feed.fresh(entries)) {
      fresh += item.isNew() ? 1 : 0;
      Optional<String> elsewhere =
          item.isNew() ? partition.articleOf(item.item()) : Optional.empty();
      Optional<URI> page = settings.pages() ? page(item.entry()) : Optional.empty();
      if (elsewhere.isPresent()) {
        item.item().setArticleId(elsewhere.get());
        partition.remember(feed, item.item());
      } else if (page.isPresent()) {
        feed.opened(item.item());
        Request request = new Request.ForPage(feed.url(), item.entry(), item.item(), page.get(), 1);
        enqueue(new Job(partition, request), clock.instant());
      } else {
        publish(partition, feed, item.entry().draft(), item.item());
      }
    }
    return fresh;
  }

  private static Optional<URI> page(FeedEntry entry) {
    String url = entry.draft().url();
    return entry.summaryOnly() && url != null ? HttpAddress.parse(url) : Optional.empty();
  }

  private void paged(
      PolledPartition partition,
      PolledFeed feed,
      Request.ForPage request,
      Answer answer,
      Instant now) {
    ArticleDraft draft = request.entry().draft();
    if (answer instanceof Answer.Failed failed) {
      boolean passes =
          failed.kind() == FeedFailure.TRANSIENT || failed.kind() == FeedFailure.THROTTLED;
      if (passes && request.attempt() < PAGE_ATTEMPTS) {
        Request again =
            new Request.ForPage(
                request.feed(),
                request.entry(),
                request.item(),
                request.uri(),
                request.attempt() + 1);
        enqueue(new Job(partition, again), now.plus(PAGE_RETRY.multipliedBy(request.attempt())));
        return;
      }
      draft = PageArticle.withWarning(draft, "only the feed's summary: " + failed.message());
    } else if (answer instanceof Answer.PageRead read) {
      draft = read.draft();
    }
    publish(partition, feed, draft, request.item());
    closed(partition, feed);
  }

  private void publish(
      PolledPartition partition, PolledFeed feed, ArticleDraft draft, SeenItem item) {
    try {
      Article article = assembler.assemble(draft);
      SourceWatch.published(feed.state(), draft, clock.instant());
      if (item.getArticleId().isEmpty()) {
        item.setArticleId(partition.articleOf(item).orElse(article.getId()));
      }
      article.setId(item.getArticleId());
      partition.publisher().publish(article, draft.address());
    } catch (ArticleRejectedException e) {
      listener.rejected(e.rejection());
    }
    partition.remember(feed, item);
    partition.touch(feed);
    if (partition.publisher().isFull()) {
      publish(partition);
    }
  }

  private void closed(PolledPartition partition, PolledFeed feed) {
    feed.closed();
    partition.touch(feed);
    if (feed.isSettled()) {
      enqueue(partition, feed);
    }
  }

  private void publish() {
    partitions.values().forEach(this::publish);
  }

  private void publish(PolledPartition partition) {
    if (partition.keepStates(clock.instant())) {
      metrics.count(partitions.values().stream().flatMap(p -> p.states().stream()).toList());
    }
    partition
        .publisher()
        .commit()
        .forEach(
            article -> {
              metrics.published();
              listener.published(article);
            });
  }

  /** Takes partitions over and gives them up, as the group shares them. */
  private final class Sharing implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> list;
    private final CursorReader cursors;

    Sharing(Consumer<String, byte[]> list, CursorReader cursors) {
      this.list = list;
      this.cursors = cursors;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
      list.seekToBeginning(added);
      Map<TopicPartition, Long> ends = list.endOffsets(added);
      for (TopicPartition partition : added) {
        FeedPublisher publisher =
            FeedPublisher.takeOver(clientProperties, partition.partition(), cursors, clock);
        partitions.put(
            partition.partition(),
            new PolledPartition(publisher, ends.getOrDefault(partition, 0L)));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> removed) {
      for (TopicPartition partition : removed) {
        PolledPartition gone = partitions.remove(partition.partition());
        if (gone != null) {
          publish(gone);
          gone.close();
        }
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
      for (TopicPartition partition : lost) {
        PolledPartition gone = partitions.remove(partition.partition());
        if (gone != null) {
          gone.close();
        }
      }
    }
  }
}
