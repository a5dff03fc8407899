package io.github.hldls.facts;

import io.github.hldls.pack.Pack;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.template.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pack says.
 *
 * @param pack the pack
 * @param files the facts of its files by role id, in the template's order
 * @param technologies where its files name technologies, by role id, in document order
 * @param topics whether the steps with a topic are used, by step id; only where their file is there
 */
public record PackFacts(
    Pack pack,
    Map<String, FileFacts> files,
    Map<String, List<TechnologyUse>> technologies,
    Map<String, TopicUse> topics) {

  public PackFacts {
    files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    technologies = Map.copyOf(technologies);
    topics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(topics));
  }

  public static PackFacts of(Pack pack, List<FileFacts> files, Template template) {
    Map<String, FileFacts> byRole = new LinkedHashMap<>();
    Map<String, List<TechnologyUse>> technologies = new LinkedHashMap<>();
    Map<String, TopicUse> topics = new LinkedHashMap<>();
    for (FileFacts facts : files) {
      byRole.put(facts.file().role().id(), facts);
      topics.putAll(facts.once(PackFacts.class, "topics", () -> topics(facts, template)));
      technologies.put(
          facts.file().role().id(),
          facts.once(
              PackFacts.class,
              "technologies",
              () -> List.copyOf(TechnologyUses.of(facts, template))));
    }
    return new PackFacts(pack, byRole, technologies, topics);
  }

  /** The topics of one file's steps. */
  private static Map<String, TopicUse> topics(FileFacts facts, Template template) {
    List<Step> steps =
        template.stepsIn(facts.file().role()).stream()
            .filter(step -> step.topic().isPresent())
            .toList();
    List<Topic> named = steps.stream().flatMap(step -> step.topic().stream()).toList();
    Map<Topic, TopicUse> uses = Topics.of(facts, named);
    Map<String, TopicUse> topics = new LinkedHashMap<>();
    for (Step step : steps) {
      step.topic().ifPresent(topic -> topics.put(step.id(), uses.get(topic)));
    }
    return topics;
  }

  public Optional<FileFacts> file(String role) {
    return Optional.ofNullable(files.get(role));
  }

  /** Where a file names technologies, in document order. */
  public List<TechnologyUse> technologies(FileFacts file) {
    return technologies.getOrDefault(file.file().role().id(), List.of());
  }

  public Optional<TopicUse> topic(String step) {
    return Optional.ofNullable(topics.get(step));
  }
}
