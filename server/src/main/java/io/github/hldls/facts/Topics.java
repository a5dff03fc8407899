package io.github.hldls.facts;

import io.github.hldls.facts.Passage.Kind;
import io.github.hldls.facts.TopicUse.State;
import io.github.hldls.template.Topic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which sections of a file are about which topic, and what is said not to apply. */
public final class Topics {
  /** Fewer words do not describe a use: they only say a name. */
  private static final int MIN_USE_WORDS = 60;

  private static final int MIN_MENTIONS = 8;
  private static final int MIN_CONTINUED_MENTIONS = 2;
  private static final double MIN_DENSITY = 0.03;
  private static final double MIN_FOREMOST_DENSITY = 0.012;

  private final FileFacts facts;
  private final Denials denials;
  private final List<Topic> topics;
  private final Map<Topic, List<Integer>> regions = new LinkedHashMap<>();

  /** The sections that are among the regions of any topic. */
  private final BitSet taken = new BitSet();

  private Topics(FileFacts facts, List<Topic> topics) {
    this.facts = facts;
    this.denials = new Denials(facts);
    this.topics = topics;
    topics.forEach(topic -> regions.put(topic, new ArrayList<>()));
  }

  /** The use of each of a file's topics. */
  public static Map<Topic, TopicUse> of(FileFacts facts, List<Topic> topics) {
    return new Topics(facts, topics).uses();
  }

  private Map<Topic, TopicUse> uses() {
    for (int i = 1; i < facts.passages().size(); i++) {
      Passage passage = facts.passage(i);
      if (passage.kind() == Kind.SECTION && !isInRegion(i) && !facts.isDocumentTitle(passage)) {
        assign(i);
      }
    }
    while (findByWords()) {}
    while (fillIn()) {}
    Map<Topic, TopicUse> uses = new LinkedHashMap<>();
    topics.forEach(topic -> uses.put(topic, use(topic)));
    return uses;
  }

  /**
   * Looks for the topics that have no section; what one is found beside may be found itself later.
   */
  private boolean findByWords() {
    boolean found = false;
    for (Topic topic : topics) {
      found |= !isDescribed(topic) && findByWords(topic);
    }
    return found;
  }

  /**
   * Takes for a topic that no title names the sections that speak of it more than of any other:
   * full of its words, or beside a section about another topic.
   */
  private boolean findByWords(Topic topic) {
    boolean found = false;
    Set<Long> besideTopics = new HashSet<>();
    regions.values().forEach(all -> all.forEach(i -> besideTopics.add(rank(facts.passage(i)))));
    for (int i = 1; i < facts.passages().size(); i++) {
      Passage section = facts.passage(i);
      if (section.kind() == Kind.SECTION
          && !isInRegion(i)
          && !facts.isDocumentTitle(section)
          && isForemost(topic, section)
          && (isFull(topic, section, MIN_FOREMOST_DENSITY) || besideTopics.contains(rank(section)))
          && topicsBelow(i).keySet().stream().allMatch(topic::equals)) {
        take(topic, i);
        found = true;
      }
    }
    return found;
  }

  private boolean isFull(Topic topic, Passage section, double density) {
    int count = facts.count(topic.words(), section);
    return count >= MIN_MENTIONS && count >= density * (section.endToken - section.firstToken);
  }

  /** Whether a section says twice as much of a topic as of any other. */
  private boolean isForemost(Topic topic, Passage section) {
    int count = facts.count(topic.words(), section);
    return count >= MIN_CONTINUED_MENTIONS
        && topics.stream()
            .allMatch(t -> t.equals(topic) || 2 * facts.count(t.words(), section) <= count);
  }

  /** Where a section stands, as a key: sections of one rank stand beside each other. */
  private static long rank(Passage section) {
    return (long) section.parent() << Integer.SIZE | section.level();
  }

  private boolean isDescribed(Topic topic) {
    return list(topic).stream()
        .anyMatch(region -> facts.bodyWords(facts.passage(region)) >= MIN_USE_WORDS);
  }

  private boolean isInRegion(int index) {
    for (int i = index; i > 0; i = facts.passage(i).parent()) {
      if (taken.get(i)) {
        return true;
      }
    }
    return false;
  }

  private void assign(int index) {
    Passage section = facts.passage(index);
    Topic named = null;
    for (Topic topic : topics) {
      if (facts.titleMentions(topic.titles(), section)
          && (named == null || weight(topic, section) > weight(named, section))) {
        named = topic;
      }
    }
    if (named != null) {
      if (!isShared(index)) {
        take(named, index);
      }
      return;
    }
    Map<Topic, Integer> below = topicsBelow(index);
    if (below.size() == 1) {
      addChapter(index, below.keySet().iterator().next());
      return;
    }
    if (!namedBelow(index).isEmpty()) {
      return;
    }
    for (Topic topic : topics) {
      if (isFull(topic, section, MIN_DENSITY)) {
        take(topic, index);
      }
    }
    if (facts.hasFewTitles(index) && !isInRegion(index)) {
      follow(index);
    }
  }

  /**
   * Takes a section for a continuation of the one before it: in a text of plain paragraphs under
   * flat headings, one topic goes on over several.
   */
  private void follow(int index) {
    Passage section = facts.passage(index);
    for (int i = index - 1; i > 0; i--) {
      Passage before = facts.passage(i);
      if (before.kind() == Kind.SECTION && before.parent() == section.parent()) {
        for (Topic topic : topics) {
          List<Integer> found = list(topic);
          if (!found.isEmpty()
              && found.get(found.size() - 1) == i
              && facts.count(topic.words(), section) >= MIN_CONTINUED_MENTIONS) {
            take(topic, index);
          }
        }
        return;
      }
    }
  }

  /**
   * Takes plain sections without a topic of their own for what stands around them: under titles
   * that are sentences ("Five keys and nothing else") a topic goes on until another begins.
   *
   * @return whether any was taken
   */
  private boolean fillIn() {
    Map<Integer, Topic> known = new HashMap<>();
    regions.forEach((topic, found) -> found.forEach(i -> known.putIfAbsent(i, topic)));
    int count = facts.passages().size();
    @Nullable Topic[] before = new Topic[count];
    @Nullable Topic[] after = new Topic[count];
    Map<Integer, Topic> last = new HashMap<>();
    for (int i = 1; i < count; i++) {
      before[i] = passBy(i, known, last);
    }
    last.clear();
    for (int i = count - 1; i > 0; i--) {
      after[i] = passBy(i, known, last);
    }
    Map<Topic, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 1; i < count; i++) {
      Topic one = before[i];
      Topic other = after[i];
      if (one != null && !isIn(known, i) && isPlain(i)) {
        if (goesOn(one, i, other)) {
          found.computeIfAbsent(one, topic -> new ArrayList<>()).add(i);
        } else if (other != null && goesOn(other, i, one)) {
          found.computeIfAbsent(other, topic -> new ArrayList<>()).add(i);
        }
      }
    }
    found.forEach(
        (topic, indices) -> {
          indices.forEach(i -> take(topic, i));
          list(topic).sort(null);
        });
    return !found.isEmpty();
  }

  /**
   * The topic of the last section of the same level that has one, of those passed by.
   *
   * @param known the topics of sections
   * @param last the topic last seen among the sections of each parent
   */
  private @Nullable Topic passBy(int index, Map<Integer, Topic> known, Map<Integer, Topic> last) {
    Passage section = facts.passage(index);
    if (section.kind() != Kind.SECTION) {
      return null;
    }
    Topic topic = known.get(index);
    return topic == null ? last.get(section.parent()) : last.put(section.parent(), topic);
  }

  private boolean isIn(Map<Integer, Topic> known, int index) {
    int i = index;
    while (i > 0 && !known.containsKey(i)) {
      i = facts.passage(i).parent();
    }
    return i > 0;
  }

  /** Whether a section has no sections inside it and is no part of a step. */
  private boolean isPlain(int index) {
    Passage section = facts.passage(index);
    return section.endToken > section.titleEndToken
        && facts.isWithoutHeadings(section)
        && !Label.isPart(facts.source().substring(section.title()));
  }

  /** Whether a section between two topics says more of the first, or both are the same. */
  private boolean goesOn(Topic topic, int index, @Nullable Topic other) {
    if (topic.equals(other)) {
      return true;
    }
    Passage section = facts.passage(index);
    int own = facts.count(topic.words(), section);
    return own > 0 && (other == null || own >= facts.count(other.words(), section));
  }

  /** Whether a title names several topics and the sections under it take them one by one. */
  private boolean isShared(int index) {
    Passage section = facts.passage(index);
    return topics.stream().filter(t -> facts.titleMentions(t.titles(), section)).count() > 1
        && topicsBelow(index).size() > 1;
  }

  /** How many subsections, at whatever depth, name one topic and no other, by topic. */
  private Map<Topic, Integer> topicsBelow(int index) {
    Map<Topic, Integer> below = new LinkedHashMap<>();
    for (List<Topic> named : namedBelow(index)) {
      if (named.size() == 1) {
        below.merge(named.get(0), 1, Integer::sum);
      }
    }
    return below;
  }

  /** The topics that the titles of the subsections name, at whatever depth; those of each. */
  private List<List<Topic>> namedBelow(int index) {
    List<List<Topic>> below = new ArrayList<>();
    int end = facts.passage(index).range().end();
    for (int i = index + 1; i < facts.passages().size(); i++) {
      Passage inner = facts.passage(i);
      if (inner.range().start() >= end) {
        break;
      }
      if (inner.kind() == Kind.SECTION) {
        List<Topic> named =
            topics.stream().filter(t -> facts.titleMentions(t.titles(), inner)).toList();
        if (!named.isEmpty()) {
          below.add(named);
        }
      }
    }
    return below;
  }

  /**
   * A chapter whose title says nothing but whose sections name one topic only is about it, if it
   * speaks of it more than of any other.
   */
  private void addChapter(int index, Topic topic) {
    Passage section = facts.passage(index);
    int count = facts.count(topic.words(), section);
    boolean foremost =
        topics.stream().noneMatch(t -> !t.equals(topic) && facts.count(t.words(), section) > count);
    if (foremost && count >= MIN_MENTIONS) {
      take(topic, index);
    }
  }

  private List<Integer> list(Topic topic) {
    return regions.computeIfAbsent(topic, t -> new ArrayList<>());
  }

  private void take(Topic topic, int index) {
    list(topic).add(index);
    taken.set(index);
  }

  private int weight(Topic topic, Passage section) {
    return facts.count(topic.words(), section)
        + 20 * facts.count(topic.titles(), section.firstToken, section.titleEndToken);
  }

  private TopicUse use(Topic topic) {
    List<Integer> found = list(topic);
    int statement = -1;
    for (int region : found) {
      if (statement < 0 && isOfAll(topic, region, found)) {
        statement = denials.atOpening(topic, region);
      }
    }
    if (statement < 0 && !isDescribed(topic)) {
      statement = denials.anywhere(topic);
    }
    if (statement >= 0) {
      int around = denials.regionOf(statement, found);
      Passage passage = facts.passage(around);
      return new TopicUse(
          State.NOT_APPLICABLE,
          found,
          statement,
          facts.mentions(topic.reason(), passage),
          facts.mentions(topic.change(), passage));
    }
    return new TopicUse(found.isEmpty() ? State.SILENT : State.USED, found, -1, false, false);
  }

  /**
   * Whether what a region denies is denied of its topic: it is named in the title, or nothing else
   * is said of it. "Global order: not required" is said of the order alone.
   */
  private boolean isOfAll(Topic topic, int region, List<Integer> found) {
    return facts.titleMentions(topic.titles(), facts.passage(region))
        || found.stream()
            .allMatch(i -> i == region || facts.bodyWords(facts.passage(i)) < MIN_USE_WORDS);
  }
}
