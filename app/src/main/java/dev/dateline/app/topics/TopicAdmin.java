package dev.dateline.app.topics;

import dev.dateline.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the topics of the catalogue and those of a cluster together.
 *
 * <p>Thread-safe. Faults of Kafka come as {@link KafkaException}.
 */
public final class TopicAdmin {

  private final Admin admin;

  /** Works through that client, which stays the caller's. */
  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates the topics that are missing, with the cluster's own replication; those that are there
   * stay as they are. Returns the names of the created.
   */
  public List<String> createMissing(Collection<Topic<?>> topics) {
    List<NewTopic> missing =
        topics.stream()
            .filter(existing(topics).negate())
            .map(
                topic ->
                    new NewTopic(
                            topic.name(), Optional.of(topic.partitions()), Optional.<Short>empty())
                        .configs(topic.configuration()))
            .toList();
    List<String> created = new ArrayList<>();
    admin
        .createTopics(missing)
        .values()
        .forEach(
            (name, future) -> {
              if (createdNow(future)) {
                created.add(name);
              }
            });
    created.sort(null);
    return created;
  }

  /** Returns where the cluster departs from the catalogue; empty when it fits. */
  public List<TopicDifference> compare(Collection<Topic<?>> topics) {
    Map<String, TopicDescription> found = describe(topics);
    Map<String, Config> configurations = configurations(found.keySet());
    List<TopicDifference> differences = new ArrayList<>();
    for (Topic<?> topic : topics) {
      TopicDescription description = found.get(topic.name());
      if (description == null) {
        differences.add(new TopicDifference(topic.name(), "topic", "there is one", "missing"));
        continue;
      }
      differ(
          differences,
          topic,
          "partitions",
          Integer.toString(topic.partitions()),
          Integer.toString(description.partitions().size()));
      Config configuration = configurations.get(topic.name());
      topic
          .configuration()
          .forEach(
              (key, wanted) -> differ(differences, topic, key, wanted, value(configuration, key)));
    }
    return differences;
  }

  /** Returns each topic as the cluster has it, in the order given. */
  public List<TopicStanding> standings(Collection<Topic<?>> topics) {
    Map<String, TopicDescription> found = describe(topics);
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> end = new HashMap<>();
    found.forEach(
        (name, description) ->
            description
                .partitions()
                .forEach(
                    partition -> {
                      first.put(
                          new TopicPartition(name, partition.partition()), OffsetSpec.earliest());
                      end.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest());
                    }));
    Map<String, Long> records = new HashMap<>();
    get(admin.listOffsets(end).all())
        .forEach((partition, info) -> records.merge(partition.topic(), info.offset(), Long::sum));
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> entry :
        get(admin.listOffsets(first).all()).entrySet()) {
      records.merge(entry.getKey().topic(), -entry.getValue().offset(), Long::sum);
    }
    return topics.stream()
        .map(
            topic -> {
              TopicDescription description = found.get(topic.name());
              return new TopicStanding(
                  topic,
                  description == null ? 0 : description.partitions().size(),
                  records.getOrDefault(topic.name(), 0L));
            })
        .toList();
  }

  /** Returns the partitions of a topic; empty when the cluster has none of that name. */
  public List<TopicPartition> partitions(String topic) {
    if (!get(admin.listTopics().names()).contains(topic)) {
      return List.of();
    }
    return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private Predicate<Topic<?>> existing(Collection<Topic<?>> topics) {
    Set<String> found = describe(topics).keySet();
    return topic -> found.contains(topic.name());
  }

  private Map<String, TopicDescription> describe(Collection<Topic<?>> topics) {
    Set<String> names = get(admin.listTopics().names());
    List<String> wanted = topics.stream().map(Topic::name).filter(names::contains).toList();
    return get(admin.describeTopics(wanted).allTopicNames());
  }

  private Map<String, Config> configurations(Collection<String> topics) {
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> configurations = new HashMap<>();
    get(admin.describeConfigs(resources).all())
        .forEach((resource, config) -> configurations.put(resource.name(), config));
    return configurations;
  }

  private static String value(@Nullable Config configuration, String key) {
    ConfigEntry entry = configuration == null ? null : configuration.get(key);
    return entry == null ? "not set" : String.valueOf(entry.value());
  }

  private static void differ(
      List<TopicDifference> differences, Topic<?> topic, String what, String wanted, String found) {
    if (!wanted.equals(found)) {
      differences.add(new TopicDifference(topic.name(), what, wanted, found));
    }
  }

  private static boolean createdNow(KafkaFuture<Void> future) {
    try {
      get(future);
      return true;
    } catch (TopicExistsException e) {
      // Somebody was quicker, which is just as well.
      return false;
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException fault) {
        throw fault;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
