package io.github.hldls.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * One of several equal parts of the packs of a run.
 *
 * @param number from 1
 * @param of how many parts there are
 */
record Shard(int number, int of) {
  static final Shard ALL = new Shard(1, 1);

  /** Reads {@code 2/5}. */
  static Shard parse(String text) {
    if (text.matches("[1-9]\\d{0,5}/[1-9]\\d{0,5}")) {
      int slash = text.indexOf('/');
      Shard shard =
          new Shard(
              Integer.parseInt(text.substring(0, slash)),
              Integer.parseInt(text.substring(slash + 1)));
      if (shard.number <= shard.of) {
        return shard;
      }
    }
    throw new UsageException("--shard must be like 2/5, the second of five parts, not " + text);
  }

  /** Its packs: of packs in a row each goes to the next part, since large ones stand together. */
  <T> List<T> of(List<T> all) {
    List<T> mine = new ArrayList<>();
    for (int i = number - 1; i < all.size(); i += of) {
      mine.add(all.get(i));
    }
    return mine;
  }
}
