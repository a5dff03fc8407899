package io.github.hldls.lsp;

import io.github.hldls.check.PackChecker;
import io.github.hldls.check.PackResult;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What the checker says of packs, found once for each state of a pack and kept while that state is
 * in use; likewise what each file says, so that an edit reads one file and judges one pack.
 */
final class Analyses {
  /** What a checker says of a pack. */
  private record Known(PackChecker checker, PackResult result) {}

  private static final int REMEMBERED = 8;

  private final Catalogues catalogues;
  private final Map<TextFile, FileFacts> facts = new WeakHashMap<>();

  /** What the files that were read last said then: the next state of a file shares most of it. */
  private final Map<Path, FileFacts> newest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, FileFacts> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Map<PackView, Known> results = new WeakHashMap<>();

  Analyses(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  PackResult of(PackView view) {
    // One at a time for each pack; different packs do not wait for each other.
    synchronized (view) {
      PackChecker checker = catalogues.of(view).checker();
      Known known = get(results, view);
      if (known != null && known.checker().isSame(checker)) {
        return known.result();
      }
      List<FileFacts> read = new ArrayList<>();
      for (TextFile file : view.files()) {
        read.add(facts(file, checker));
      }
      PackResult result = checker.check(view.pack(), read);
      put(results, view, new Known(checker, result));
      return result;
    }
  }

  /** Forgets what is known of a pack: ten closed packs take more memory than the server else. */
  void release(PackView view) {
    synchronized (view) {
      remove(results, view);
      view.files().forEach(file -> remove(facts, file));
      view.files().forEach(file -> remove(newest, file.path()));
      view.release();
    }
  }

  private FileFacts facts(TextFile file, PackChecker checker) {
    FileFacts known = get(facts, file);
    if (known == null) {
      FileFacts before = get(newest, file.path());
      known = before == null ? checker.read(file.file()) : checker.read(file.file(), before);
      put(facts, file, known);
      put(newest, file.path(), known);
    }
    return known;
  }

  private static <K, V> @org.jspecify.annotations.Nullable V get(Map<K, V> map, K key) {
    synchronized (map) {
      return map.get(key);
    }
  }

  private static <K, V> void put(Map<K, V> map, K key, V value) {
    synchronized (map) {
      map.put(key, value);
    }
  }

  private static <K, V> void remove(Map<K, V> map, K key) {
    synchronized (map) {
      map.remove(key);
    }
  }
}
