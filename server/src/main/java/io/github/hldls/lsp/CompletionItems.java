package io.github.hldls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.editor.Catalogue;
import io.github.hldls.editor.Completions;
import io.github.hldls.editor.Completions.Proposal;
import io.github.hldls.editor.FileView;
import io.github.hldls.editor.Snippets;
import io.github.hldls.editor.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Proposals as the client takes them. */
final class CompletionItems {
  private final Session session;

  CompletionItems(Session session) {
    this.session = session;
  }

  void routes(Routes routes) {
    routes.request("textDocument/completion", CompletionParams.class, this::complete);
    routes.request("completionItem/resolve", JsonElement.class, this::resolve);
  }

  private CompletionList complete(CompletionParams params, Call call) {
    Optional<FromLsp.Cursor> at =
        new FromLsp(session, call).cursor(params.getTextDocument(), params.getPosition());
    List<CompletionItem> items = new ArrayList<>();
    if (at.isPresent()) {
      for (Proposal proposal :
          Completions.at(at.get().file(), at.get().offset(), isAsked(params))) {
        items.add(item(proposal, at.get().file(), items.size()));
      }
    }
    return new CompletionList(false, items);
  }

  private static boolean isAsked(CompletionParams params) {
    return params.getContext() == null
        || params.getContext().getTriggerKind() != CompletionTriggerKind.TriggerCharacter;
  }

  private CompletionItem item(Proposal proposal, FileView file, int rank) {
    CompletionItem item = new CompletionItem(proposal.label());
    boolean snippet = session.abilities().snippets() && proposal.edit().marked();
    item.setKind(kind(proposal, snippet));
    item.setDetail(proposal.detail());
    item.setSortText(String.format("%04d", rank));
    if (!proposal.filter().isEmpty() && !proposal.filter().equals(proposal.label())) {
      item.setFilterText(proposal.filter());
    }
    String text = snippet ? Snippets.of(proposal.edit().text()) : proposal.edit().plain().newText();
    item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
    item.setTextEdit(
        Either.forLeft(
            new TextEdit(new ToLsp(session).range(file.source(), proposal.edit().range()), text)));
    if (!proposal.rule().isEmpty()) {
      JsonObject data = new JsonObject();
      data.addProperty("rule", proposal.rule());
      data.addProperty("uri", session.uri(Path.of(file.facts().file().path())));
      item.setData(data);
      if (!session.abilities().resolvesDocumentation()) {
        documentation(file.catalogue(), proposal.rule()).ifPresent(item::setDocumentation);
      }
    }
    return item;
  }

  private static CompletionItemKind kind(Proposal proposal, boolean snippet) {
    return switch (proposal.kind()) {
      case LINK -> CompletionItemKind.Reference;
      case FILE_TEXT -> CompletionItemKind.File;
      case STEP, SECTION -> snippet ? CompletionItemKind.Snippet : CompletionItemKind.Text;
    };
  }

  private Optional<MarkupContent> documentation(Catalogue catalogue, String rule) {
    boolean markdown = session.abilities().completionMarkdown();
    return Completions.documentation(catalogue, rule, new Text(markdown))
        .map(text -> new MarkupContent(markdown ? "markdown" : "plaintext", text));
  }

  private JsonElement resolve(JsonElement item, Call call) {
    JsonElement rule = Abilities.at(item, "data.rule");
    JsonElement uri = Abilities.at(item, "data.uri");
    Optional<Catalogue> catalogue =
        uri.isJsonPrimitive()
            ? Uris.path(uri.getAsString()).flatMap(call.snapshot()::packOf).map(session::catalogue)
            : Optional.empty();
    if (item.isJsonObject() && rule.isJsonPrimitive() && catalogue.isPresent()) {
      documentation(catalogue.get(), rule.getAsString())
          .ifPresent(
              text -> item.getAsJsonObject().add("documentation", session.gson().toJsonTree(text)));
    }
    return item;
  }
}
