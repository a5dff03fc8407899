package io.github.hldls.template;

import org.jspecify.annotations.Nullable;

/**
 * What a step is about, for a step that is judged only where the file speaks of it.
 *
 * @param technologies the kind of technologies that it is about; empty for none
 * @param titles what the title of a section about it says
 * @param words the words that such a section is full of
 * @param absent how people say that it does not apply
 * @param reason what gives a reason for that
 * @param change what says how a change would be met
 */
public record Topic(
    String technologies,
    Expression titles,
    Expression words,
    Expression absent,
    Expression reason,
    Expression change) {

  // The JDK would make these when they are first called, which takes longer than to read a file.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Topic topic
        && titles.equals(topic.titles)
        && words.equals(topic.words)
        && absent.equals(topic.absent)
        && reason.equals(topic.reason)
        && change.equals(topic.change);
  }

  @Override
  public int hashCode() {
    return titles.hashCode() * 31 + words.hashCode();
  }
}
