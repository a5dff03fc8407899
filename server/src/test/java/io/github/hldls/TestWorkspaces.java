package io.github.hldls;

import io.github.hldls.check.PackChecker;
import io.github.hldls.check.PackResult;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackFolder;
import io.github.hldls.workspace.PackReader;
import java.nio.file.Path;
import java.util.List;

/** The packs in {@code test-workspaces/}, and the checker that all tests share. */
public final class TestWorkspaces {
  public static final Path ROOT = Path.of("..", "test-workspaces");
  public static final Template TEMPLATE = TemplateLoader.load(TemplateSource.builtIn());
  public static final PackChecker CHECKER = new PackChecker(TEMPLATE);

  private TestWorkspaces() {}

  /** The result for the only pack of a workspace. */
  public static PackResult check(String workspace) {
    return check(ROOT.resolve(workspace));
  }

  /** The result for the only pack in a folder. */
  public static PackResult check(Path folder) {
    List<PackFolder> packs = PackFinder.find(folder, "", TEMPLATE, warning -> {});
    if (packs.size() != 1) {
      throw new IllegalArgumentException(folder + " holds " + packs.size() + " packs");
    }
    return CHECKER.check(PackReader.read(packs.get(0), TEMPLATE, warning -> {}));
  }
}
