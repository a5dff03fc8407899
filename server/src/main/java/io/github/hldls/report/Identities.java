package io.github.hldls.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What findings are known by from one run to the next: the file, the rule, and the text of the
 * line, so that edits elsewhere change nothing. Equal ones in a run are told apart by their order.
 */
final class Identities {
  private final Map<String, Integer> seen = new HashMap<>();
  private final MessageDigest digest;

  Identities() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 32 hexadecimal digits for the next finding of a run. */
  String next(PackReport pack, PackReport.FindingEntry finding) {
    String key =
        String.join(
            "\u0000",
            pack.located(finding.place().file()),
            finding.rule(),
            finding.source().strip());
    int before = seen.merge(key, 1, Integer::sum) - 1;
    byte[] hash = digest.digest((key + "\u0000" + before).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }
}
