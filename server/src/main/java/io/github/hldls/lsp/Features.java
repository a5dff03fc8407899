package io.github.hldls.lsp;

/** x. */
final class Features {
  Features(Session session) {}

  void routes(Routes routes) {}
}
