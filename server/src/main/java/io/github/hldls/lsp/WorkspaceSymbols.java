package io.github.hldls.lsp;

import io.github.hldls.check.PackResult;
import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Outline;
import io.github.hldls.editor.Technologies;
import io.github.hldls.workspace.PackView;
import io.github.hldls.workspace.TextFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;

/** Packs, steps and technologies of the whole workspace. */
@SuppressWarnings("deprecation") // every client knows this form
final class WorkspaceSymbols {
  private static final int MOST = 500;

  private final Session session;
  private final Call call;
  private final List<SymbolInformation> found = new ArrayList<>();

  WorkspaceSymbols(Session session, Call call) {
    this.session = session;
    this.call = call;
  }

  List<SymbolInformation> matching(String query) {
    String wanted = query == null ? "" : query.toLowerCase(Locale.ROOT).replace(" ", "");
    for (PackView pack : call.snapshot().packs()) {
      PackResult result = call.result(pack);
      String name = result.facts().pack().name();
      List<FileView> files =
          pack.files().stream().flatMap(file -> view(pack, result, file).stream()).toList();
      files.stream()
          .findFirst()
          .ifPresent(first -> add(name, SymbolKind.Package, first, 0, "", wanted));
      files.forEach(file -> steps(Outline.of(file), file, name, wanted));
      technologies(files, name, wanted);
      if (found.size() >= MOST) {
        return found.subList(0, MOST);
      }
    }
    return found;
  }

  private Optional<FileView> view(PackView pack, PackResult result, TextFile file) {
    return FileView.of(session.catalogue(pack), result, file.role());
  }

  private void steps(List<Outline> nodes, FileView file, String pack, String wanted) {
    for (Outline node : nodes) {
      if (node.kind() == Outline.Kind.STEP) {
        add(node.name(), SymbolKind.Module, file, node.title().start(), pack, wanted);
      }
      steps(node.children(), file, pack, wanted);
    }
  }

  private void technologies(List<FileView> files, String pack, String wanted) {
    Set<String> named = new HashSet<>();
    for (FileView file : files) {
      for (String name : Technologies.namedIn(file)) {
        if (matches(name, wanted) && named.add(name)) {
          Technologies.explained(file, name)
              .ifPresent(
                  mention -> {
                    Location place =
                        new ToLsp(session)
                            .location(
                                mention.file().path(),
                                mention.file().markdown().source(),
                                mention.range());
                    found.add(new SymbolInformation(name, SymbolKind.Object, place, pack));
                  });
        }
      }
    }
  }

  private void add(
      String name, SymbolKind kind, FileView file, int offset, String container, String wanted) {
    if (matches(name, wanted)) {
      Location place =
          new ToLsp(session)
              .location(
                  file.facts().file().path(),
                  file.source(),
                  new io.github.hldls.text.TextRange(offset, offset));
      found.add(new SymbolInformation(name, kind, place, container));
    }
  }

  /** Whether the letters that were asked for stand in a name, in order. */
  private static boolean matches(String name, String wanted) {
    int at = 0;
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && at < wanted.length(); i++) {
      if (lower.charAt(i) == wanted.charAt(at)) {
        at++;
      }
    }
    return at == wanted.length();
  }
}
