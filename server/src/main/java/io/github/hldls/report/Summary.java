package io.github.hldls.report;

import io.github.hldls.check.Status;
import io.github.hldls.template.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Counts over all packs of a run. */
public final class Summary {
  private int packs;
  private int files;
  private int suppressed;
  private int known;
  private int fixed;
  private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
  private final Map<Status, Integer> requirements = new EnumMap<>(Status.class);

  public void add(PackReport pack) {
    packs++;
    files += (int) pack.files().stream().filter(PackReport.FileEntry::present).count();
    suppressed += pack.suppressed().size();
    known += pack.known();
    fixed += pack.fixed();
    pack.findings().forEach(f -> findings.merge(f.severity(), 1, Integer::sum));
    pack.requirements().forEach(r -> requirements.merge(r.status(), 1, Integer::sum));
  }

  public int packs() {
    return packs;
  }

  public int files() {
    return files;
  }

  /** How many findings the files ask not to be told of. */
  public int suppressed() {
    return suppressed;
  }

  /** How many findings the baseline knows. */
  public int known() {
    return known;
  }

  /** How many findings that the baseline knows are there no more. */
  public int fixed() {
    return fixed;
  }

  public int count(Severity severity) {
    return findings.getOrDefault(severity, 0);
  }

  public int count(Status status) {
    return requirements.getOrDefault(status, 0);
  }

  /** How much was checked, in words. */
  String size() {
    return count(packs, "pack") + ", " + count(files, "file");
  }

  /** What was found, in words. */
  String found() {
    return count(count(Severity.ERROR), "error") + ", " + count(count(Severity.WARNING), "warning");
  }

  /** What is less severe than what is shown, in words; empty for nothing. */
  String hidden(Severity least) {
    int hidden = 0;
    for (Severity severity : Severity.values()) {
      hidden += severity.compareTo(least) > 0 ? count(severity) : 0;
    }
    return hidden == 0 ? "" : " (" + count(hidden, "remark") + " not shown: --show info)";
  }

  /** All of this on one line. */
  String line(Severity least) {
    return size() + ": " + found() + hidden(least);
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
