package io.github.hldls.report;

import io.github.hldls.check.Status;
import io.github.hldls.template.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Counts over all packs of a run. */
public final class Summary {
  private int packs;
  private int files;
  private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
  private final Map<Status, Integer> requirements = new EnumMap<>(Status.class);

  public void add(PackReport pack) {
    packs++;
    files += (int) pack.files().stream().filter(PackReport.FileEntry::present).count();
    pack.findings().forEach(f -> findings.merge(f.severity(), 1, Integer::sum));
    pack.requirements().forEach(r -> requirements.merge(r.status(), 1, Integer::sum));
  }

  public int packs() {
    return packs;
  }

  public int files() {
    return files;
  }

  public int count(Severity severity) {
    return findings.getOrDefault(severity, 0);
  }

  public int count(Status status) {
    return requirements.getOrDefault(status, 0);
  }

  /** Whether there is a finding at least as severe. */
  public boolean reaches(Severity level) {
    return findings.keySet().stream().anyMatch(severity -> severity.compareTo(level) <= 0);
  }
}
