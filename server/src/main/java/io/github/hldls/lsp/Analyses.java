package io.github.hldls.lsp;

import io.github.hldls.check.PackChecker;
import io.github.hldls.check.PackResult;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the checker says of packs, found once for each state of a pack and kept while that state is
 * in use; likewise what each file says, so that an edit reads a part of one file. Both are noted on
 * what they are about: a map with weak keys would hold them until all memory is cleared up.
 */
final class Analyses {
  /** What a checker says of a pack. */
  private record Known(PackChecker checker, PackResult result) {}

  private final Catalogues catalogues;

  Analyses(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  PackResult of(PackView view) {
    // One at a time for each pack; different packs do not wait for each other.
    synchronized (view) {
      PackChecker checker = catalogues.of(view).checker();
      Optional<Known> known = view.note(Known.class).filter(k -> k.checker().isSame(checker));
      if (known.isPresent()) {
        return known.get().result();
      }
      readAside(view.files(), checker);
      List<FileFacts> read = view.files().stream().map(file -> facts(file, checker)).toList();
      PackResult result = checker.check(view.pack(), read);
      view.setNote(new Known(checker, result));
      return result;
    }
  }

  /** Forgets what is known of a pack: ten closed packs take more memory than the server else. */
  void release(PackView view) {
    view.release();
  }

  /**
   * Reads the files of which nothing is known yet, on two threads: at the start all of them. The
   * longest comes first, so that both end at about the same time.
   */
  private static void readAside(List<TextFile> files, PackChecker checker) {
    List<TextFile> fresh = new ArrayList<>();
    for (TextFile file : files) {
      if (file.note(FileFacts.class).isEmpty() && file.earlierNote(FileFacts.class).isEmpty()) {
        fresh.add(file);
      }
    }
    if (fresh.size() < 2) {
      return;
    }
    fresh.sort((a, b) -> Integer.compare(b.source().length(), a.source().length()));
    AtomicInteger next = new AtomicInteger();
    Runnable read =
        () -> {
          for (int i = next.getAndIncrement(); i < fresh.size(); i = next.getAndIncrement()) {
            facts(fresh.get(i), checker);
          }
        };
    // A thread of its own, since one of a pool would stay behind.
    Thread helper = new Thread(read, "hld-files");
    helper.setDaemon(true);
    helper.start();
    read.run();
    try {
      helper.join();
    } catch (InterruptedException e) {
      // What is not read yet is read by whoever needs it.
      Thread.currentThread().interrupt();
    }
  }

  private static FileFacts facts(TextFile file, PackChecker checker) {
    Optional<FileFacts> known = file.note(FileFacts.class);
    if (known.isPresent()) {
      return known.get();
    }
    FileFacts facts =
        file.earlierNote(FileFacts.class)
            .map(before -> checker.read(file.file(), before))
            .orElseGet(() -> checker.read(file.file()));
    file.setNote(facts);
    return facts;
  }
}
