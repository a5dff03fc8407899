package io.github.hldls.check;

import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.PackFacts;
import io.github.hldls.facts.TableName;
import io.github.hldls.template.Severity;
import io.github.hldls.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code consistency/table}: tables that statements read or write and that no schema defines. */
final class UnknownTables {
  static final String RULE = "consistency/table";

  /** One table alone is an example, and no schema. */
  private static final int MIN_DEFINED = 2;

  private UnknownTables() {}

  static List<Finding> of(Template template, PackFacts facts, List<Verdict> verdicts) {
    Map<FileFacts, List<TableName>> used = new LinkedHashMap<>();
    Set<String> defined = new HashSet<>();
    for (FileFacts file : facts.files().values()) {
      List<TableName> names = TableName.of(file, template);
      names.stream().filter(TableName::defines).map(TableName::name).forEach(defined::add);
      used.put(file, names);
    }
    List<Finding> findings = new ArrayList<>();
    if (defined.size() < MIN_DEFINED) {
      return findings;
    }
    Set<String> told = new HashSet<>();
    used.forEach(
        (file, names) -> {
          for (TableName name : names) {
            if (!isKnown(name.name(), defined)
                && told.size() < Rules.MOST
                && told.add(name.name())) {
              findings.add(finding(name, file));
            }
          }
        });
    return findings;
  }

  /** Whether a schema defines a table, in the singular or plural. */
  private static boolean isKnown(String name, Set<String> defined) {
    return defined.contains(name)
        || defined.contains(name + "s")
        || (name.endsWith("s") && defined.contains(name.substring(0, name.length() - 1)));
  }

  private static Finding finding(TableName name, FileFacts file) {
    return new Finding(
        RULE,
        Severity.INFO,
        "No schema of the pack defines the table "
            + name.name()
            + ". Define it with the others, or use the name that it has there.",
        file.file().path(),
        name.range(),
        List.of(),
        List.of(),
        List.of());
  }
}
