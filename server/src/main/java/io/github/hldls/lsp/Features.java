package io.github.hldls.lsp;

import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Folds;
import io.github.hldls.editor.Hints;
import io.github.hldls.editor.Hovers;
import io.github.hldls.editor.Links;
import io.github.hldls.editor.Names;
import io.github.hldls.editor.Outline;
import io.github.hldls.editor.Text;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.TextRange;
import io.github.hldls.workspace.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What an editor shows of a file: each answer is taken from the {@code editor} package. */
final class Features {
  private final Session session;
  private final ToLsp to;

  Features(Session session) {
    this.session = session;
    this.to = new ToLsp(session);
  }

  void routes(Routes routes) {
    routes.request("textDocument/hover", HoverParams.class, this::hover);
    routes.request("textDocument/documentSymbol", DocumentSymbolParams.class, this::symbols);
    routes.request(
        "workspace/symbol", Routes.Lane.ASIDE, WorkspaceSymbolParams.class, this::workspaceSymbols);
    routes.request("textDocument/foldingRange", FoldingRangeRequestParams.class, this::folds);
    routes.request("textDocument/selectionRange", SelectionRangeParams.class, this::selections);
    routes.request("textDocument/definition", DefinitionParams.class, this::definition);
    routes.request("textDocument/references", ReferenceParams.class, this::references);
    routes.request(
        "textDocument/documentHighlight", DocumentHighlightParams.class, this::highlights);
    routes.request("textDocument/documentLink", DocumentLinkParams.class, this::links);
    routes.request("textDocument/inlayHint", InlayHintParams.class, this::hints);
    routes.request("textDocument/prepareRename", PrepareRenameParams.class, this::prepareRename);
    routes.request("textDocument/rename", RenameParams.class, this::rename);
    CodeActions actions = new CodeActions(session);
    actions.routes(routes);
    new CompletionItems(session).routes(routes);
    routes.request("textDocument/codeLens", CodeLensParams.class, new CodeLenses(session)::lenses);
  }

  private Optional<Hover> hover(HoverParams params, Call call) {
    Text text = new Text(session.abilities().hoverMarkdown());
    return new FromLsp(session, call)
        .cursor(params.getTextDocument(), params.getPosition())
        .flatMap(
            at ->
                Hovers.at(at.file(), at.offset(), text, file -> session.uri(Path.of(file)))
                    .map(hover -> hover(at.file(), hover, text)));
  }

  private Hover hover(FileView file, Hovers.Hover hover, Text text) {
    MarkupContent content =
        new MarkupContent(text.markdown() ? "markdown" : "plaintext", hover.text());
    return new Hover(content, to.range(file.source(), hover.range()));
  }

  private List<?> symbols(DocumentSymbolParams params, Call call) {
    Optional<FileView> file = new FromLsp(session, call).file(params.getTextDocument());
    if (file.isEmpty()) {
      return List.of();
    }
    List<Outline> outline = Outline.of(file.get());
    return session.abilities().nestedSymbols()
        ? outline.stream().map(node -> symbol(node, file.get().source())).toList()
        : flat(outline, file.get(), new ArrayList<>());
  }

  private DocumentSymbol symbol(Outline node, SourceText source) {
    DocumentSymbol symbol =
        new DocumentSymbol(
            node.name().isBlank() ? "(untitled)" : node.name(),
            kind(node.kind()),
            to.range(source, node.range()),
            to.range(source, node.title()));
    if (!node.detail().isEmpty()) {
      symbol.setDetail(node.detail());
    }
    symbol.setChildren(node.children().stream().map(child -> symbol(child, source)).toList());
    return symbol;
  }

  private static SymbolKind kind(Outline.Kind kind) {
    return switch (kind) {
      case DOCUMENT -> SymbolKind.File;
      case STEP -> SymbolKind.Module;
      case REQUIREMENT -> SymbolKind.Property;
      case OTHER -> SymbolKind.String;
    };
  }

  @SuppressWarnings("deprecation") // older clients know no other
  private List<SymbolInformation> flat(
      List<Outline> nodes, FileView file, List<SymbolInformation> all) {
    for (Outline node : nodes) {
      Location place = to.location(file.facts().file().path(), file.source(), node.title());
      all.add(new SymbolInformation(node.name(), kind(node.kind()), place));
      flat(node.children(), file, all);
    }
    return all;
  }

  private List<SymbolInformation> workspaceSymbols(WorkspaceSymbolParams params, Call call) {
    return new WorkspaceSymbols(session, call).matching(params.getQuery());
  }

  private List<FoldingRange> folds(FoldingRangeRequestParams params, Call call) {
    return new FromLsp(session, call)
        .file(params.getTextDocument()).map(Folds::of).orElse(List.of()).stream()
            .map(fold -> new FoldingRange(fold.firstLine(), fold.lastLine()))
            .toList();
  }

  private List<SelectionRange> selections(SelectionRangeParams params, Call call) {
    FromLsp from = new FromLsp(session, call);
    Optional<FileView> file = from.file(params.getTextDocument());
    List<SelectionRange> selections = new ArrayList<>();
    for (Position position : params.getPositions()) {
      Range here = new Range(position, position);
      selections.add(
          file.map(view -> selection(view, from.offset(view, position)))
              .orElseGet(() -> alone(here)));
    }
    return selections;
  }

  private static SelectionRange alone(Range range) {
    SelectionRange selection = new SelectionRange();
    selection.setRange(range);
    return selection;
  }

  private SelectionRange selection(FileView file, int offset) {
    List<TextRange> ranges = new ArrayList<>(Folds.around(file, offset));
    Collections.reverse(ranges);
    SelectionRange outer = alone(to.range(file.source(), ranges.get(0)));
    for (TextRange range : ranges.subList(1, ranges.size())) {
      SelectionRange inner = alone(to.range(file.source(), range));
      inner.setParent(outer);
      outer = inner;
    }
    return outer;
  }

  private List<Location> definition(DefinitionParams params, Call call) {
    return new FromLsp(session, call)
            .cursor(params.getTextDocument(), params.getPosition())
            .flatMap(at -> Names.definition(at.file(), at.offset()))
            .stream()
            .map(this::location)
            .toList();
  }

  private Location location(Names.Place place) {
    return to.location(place.file().file().path(), place.file().source(), place.range());
  }

  private List<Location> references(ReferenceParams params, Call call) {
    boolean declared = params.getContext() == null || params.getContext().isIncludeDeclaration();
    return new FromLsp(session, call)
            .cursor(params.getTextDocument(), params.getPosition())
            .map(at -> Names.references(at.file(), at.offset(), declared))
            .orElse(List.of())
            .stream()
            .map(this::location)
            .toList();
  }

  private List<DocumentHighlight> highlights(DocumentHighlightParams params, Call call) {
    return new FromLsp(session, call)
        .cursor(params.getTextDocument(), params.getPosition())
        .map(
            at ->
                Names.highlights(at.file(), at.offset()).stream()
                    .map(
                        range ->
                            new DocumentHighlight(
                                to.range(at.file().source(), range), DocumentHighlightKind.Text))
                    .toList())
        .orElse(List.of());
  }

  private List<DocumentLink> links(DocumentLinkParams params, Call call) {
    return new FromLsp(session, call)
        .file(params.getTextDocument())
        .map(file -> Links.within(file).stream().map(link -> link(file, link)).toList())
        .orElse(List.of());
  }

  private DocumentLink link(FileView file, Links.Resolved found) {
    Links.Target target = found.target();
    int line = target.file().source().lineOf(target.range().start());
    String uri = session.uri(Path.of(target.file().file().path()));
    return new DocumentLink(
        to.range(file.source(), found.link().range()), line == 0 ? uri : uri + "#L" + (line + 1));
  }

  private List<InlayHint> hints(InlayHintParams params, Call call) {
    FromLsp from = new FromLsp(session, call);
    Optional<FileView> file = from.file(params.getTextDocument());
    if (file.isEmpty()) {
      return List.of();
    }
    Path path = Path.of(file.get().facts().file().path());
    Settings settings = session.configuration().of(path);
    TextRange range = from.range(file.get(), params.getRange());
    List<Hints.Hint> hints = new ArrayList<>();
    if (settings.requirementHints()) {
      hints.addAll(Hints.requirements(file.get(), range));
    }
    if (settings.valueHints() != Settings.ValueHints.OFF) {
      boolean all = settings.valueHints() == Settings.ValueHints.ALL;
      hints.addAll(Hints.values(file.get(), range, all));
    }
    return hints.stream().map(hint -> hint(file.get(), hint)).toList();
  }

  private InlayHint hint(FileView file, Hints.Hint hint) {
    InlayHint shown =
        new InlayHint(to.position(file.source(), hint.offset()), Either.forLeft(hint.words()));
    shown.setPaddingLeft(true);
    file.catalogue()
        .template()
        .requirement(hint.rule())
        .ifPresent(row -> shown.setTooltip(row.text()));
    return shown;
  }

  private Optional<Range> prepareRename(PrepareRenameParams params, Call call) {
    return new FromLsp(session, call)
        .cursor(params.getTextDocument(), params.getPosition())
        .flatMap(
            at ->
                Names.renamable(at.file(), at.offset())
                    .map(range -> to.range(at.file().source(), range)));
  }

  private Optional<WorkspaceEdit> rename(RenameParams params, Call call) {
    return new FromLsp(session, call)
        .cursor(params.getTextDocument(), params.getPosition())
        .map(at -> Names.rename(at.file(), at.offset(), params.getNewName()))
        .filter(edits -> !edits.isEmpty())
        .map(edits -> renamed(edits, call));
  }

  private WorkspaceEdit renamed(List<Names.Rename> edits, Call call) {
    Edits all = new Edits(session, call);
    Map<String, List<org.eclipse.lsp4j.TextEdit>> byFile = new LinkedHashMap<>();
    for (Names.Rename rename : edits) {
      byFile
          .computeIfAbsent(rename.file().file().path(), path -> new ArrayList<>())
          .add(to.edit(rename.file().source(), rename.edit()));
    }
    return all.of(byFile);
  }
}
