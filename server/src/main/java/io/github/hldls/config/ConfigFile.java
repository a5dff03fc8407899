package io.github.hldls.config;

import io.github.hldls.template.Technology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The choices of one file, or of one and those that it extends.
 *
 * @param extended the files that it extends, as they are written, weakest first
 * @param rules the weakest first
 * @param unknownIfUnmatched where each pattern of rules was written
 * @param ignored what is no pack of anybody's
 * @param files other names of files, by role
 * @param template the folder of the template, and where it was named
 * @param baseline the file of known findings
 */
record ConfigFile(
    List<Located<String>> extended,
    List<RuleSetting> rules,
    List<Located<String>> unknownIfUnmatched,
    List<PathPattern> ignored,
    Map<String, List<String>> files,
    List<Technology> technologies,
    Map<String, List<String>> words,
    Optional<FailLevel> failOn,
    Optional<Boolean> wholeWorkspace,
    Optional<Located<String>> template,
    Optional<Located<String>> baseline,
    List<Setting> settings) {

  static final ConfigFile EMPTY =
      new ConfigFile(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Something that was written, and where. */
  record Located<T>(T value, Origin origin) {}

  /** These choices where another file makes none; lists go before those of the other. */
  ConfigFile under(ConfigFile other) {
    Map<String, List<String>> names = new LinkedHashMap<>(files);
    names.putAll(other.files);
    Map<String, List<String>> allWords = new LinkedHashMap<>(words);
    other.words.forEach((list, more) -> allWords.merge(list, more, ConfigFile::both));
    return new ConfigFile(
        other.extended,
        both(rules, other.rules),
        both(unknownIfUnmatched, other.unknownIfUnmatched),
        both(ignored, other.ignored),
        names,
        both(technologies, other.technologies),
        allWords,
        other.failOn.or(() -> failOn),
        other.wholeWorkspace.or(() -> wholeWorkspace),
        other.template.or(() -> template),
        other.baseline.or(() -> baseline),
        both(settings, other.settings));
  }

  private static <T> List<T> both(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
