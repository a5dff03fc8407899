package io.github.hldls.lsp;

import io.github.hldls.editor.Catalogue;
import io.github.hldls.template.Edition;
import io.github.hldls.workspace.PackView;
import java.util.IdentityHashMap;
import java.util.List;

/** What each pack is held against: its template, by the settings of its folder. */
final class Catalogues {
  private final Configuration settings;

  private final IdentityHashMap<Edition, Catalogue> byEdition = new IdentityHashMap<>();

  Catalogues(Configuration settings) {
    this.settings = settings;
  }

  Catalogue of(PackView pack) {
    Catalogue plain = plain(pack.config().edition());
    return plain.with(plain.checker().with(settings.of(pack.folder()).rules(pack), List.of()));
  }

  /** Forgets all but one edition, when others are read anew. */
  @SuppressWarnings("ReferenceEquality") // the map knows editions by identity, too
  void keep(Edition kept) {
    synchronized (byEdition) {
      byEdition.keySet().removeIf(edition -> edition != kept);
    }
  }

  Catalogue plain(Edition edition) {
    synchronized (byEdition) {
      return byEdition.computeIfAbsent(edition, Catalogue::of);
    }
  }
}
