package io.github.hldls.lsp;

/** x. */
final class Commands {
  Commands(Session session, Disk disk) {}

  void routes(Routes routes) {}
}
