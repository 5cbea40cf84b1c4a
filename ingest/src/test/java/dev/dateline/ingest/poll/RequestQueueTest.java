package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final RequestQueue<String> queue = new RequestQueue<>();

  @Test
  void aRequestIsHandedOutWhenItIsDueAndNotBefore() {
    queue.add("a", "a1", at(10));
    assertThat(queue.take(at(9))).isEmpty();
    assertThat(queue.take(at(10))).contains("a1");
    assertThat(queue.take(at(10))).isEmpty();
  }

  @Test
  void aHostGetsOneRequestAtATimeAndAPauseInBetween() {
    queue.add("a", "a1", at(0));
    queue.add("a", "a2", at(0));
    assertThat(queue.take(at(0))).contains("a1");
    assertThat(queue.take(at(5))).isEmpty();
    queue.done("a", at(7));
    assertThat(queue.take(at(6))).isEmpty();
    assertThat(queue.take(at(7))).contains("a2");
  }

  @Test
  void aPauseThatAServerAsksForOutlastsTheUsualOne() {
    queue.add("a", "a1", at(0));
    queue.add("a", "a2", at(0));
    assertThat(queue.take(at(0))).contains("a1");
    queue.pause("a", at(60));
    queue.done("a", at(1));
    assertThat(queue.take(at(59))).isEmpty();
    assertThat(queue.take(at(60))).contains("a2");
  }

  @Test
  void aPauseIsRememberedWhileNothingWaitsForTheHost() {
    queue.add("a", "a1", at(0));
    assertThat(queue.take(at(0))).contains("a1");
    queue.done("a", at(10));
    assertThat(queue.take(at(5))).isEmpty();
    queue.add("a", "a2", at(5));
    assertThat(queue.take(at(9))).isEmpty();
    assertThat(queue.take(at(10))).contains("a2");
  }

  @Test
  void hostsTakeTurnsHoweverMuchWaitsForOneOfThem() {
    for (int i = 0; i < 5; i++) {
      queue.add("many", "many" + i, at(0));
    }
    queue.add("one", "one", at(0));
    assertThat(queue.take(at(0))).contains("many0");
    assertThat(queue.take(at(0))).contains("one");
  }

  @Test
  void noHostIsEverAskedTwiceWithinItsPauseAndEveryRequestIsMadeOnce() {
    long seed = 11;
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < 500; i++) {
      String host = "host" + random.nextInt(7);
      queue.add(host, host + " " + i, at(random.nextInt(50)));
    }
    Map<String, Integer> last = new HashMap<>();
    List<String> taken = new ArrayList<>();
    for (int second = 0; taken.size() < 500; second++) {
      Optional<String> next = queue.take(at(second));
      while (next.isPresent()) {
        String host = next.get().split(" ", 2)[0];
        assertThat(second - last.getOrDefault(host, -3))
            .as("seed " + seed)
            .isGreaterThanOrEqualTo(3);
        last.put(host, second);
        taken.add(next.get());
        queue.done(host, at(second + 3));
        next = queue.take(at(second));
      }
    }
    assertThat(taken).doesNotHaveDuplicates();
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
