package io.github.hldls.lsp;

import com.google.gson.Gson;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.jspecify.annotations.Nullable;

/** What reads and writes the protocol's types; made when first needed, after the first answers. */
final class LazyGson implements Supplier<Gson> {
  private @Nullable Gson gson;

  @Override
  public synchronized Gson get() {
    Gson made = gson;
    if (made == null) {
      made = new MessageJsonHandler(Map.of()).getGson();
      gson = made;
    }
    return made;
  }
}
