package io.github.hldls;

import io.github.hldls.check.PackChecker;
import io.github.hldls.check.PackResult;
import io.github.hldls.config.PackRules;
import io.github.hldls.template.Edition;
import io.github.hldls.template.Template;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackFolder;
import io.github.hldls.workspace.PackReader;
import java.nio.file.Path;
import java.util.List;

/** The packs in {@code test-workspaces/}, and the checker that all tests share. */
public final class TestWorkspaces {
  public static final Path ROOT = Path.of("..", "test-workspaces");
  public static final Edition EDITION = Edition.builtIn();
  public static final Template TEMPLATE = EDITION.template();
  public static final PackChecker CHECKER = new PackChecker(TEMPLATE);

  private TestWorkspaces() {}

  /** The result for the only pack of a workspace. */
  public static PackResult check(String workspace) {
    return check(ROOT.resolve(workspace));
  }

  /** The result for the only pack in a folder. */
  public static PackResult check(Path folder) {
    List<PackFolder> packs = packs(folder);
    if (packs.size() != 1) {
      throw new IllegalArgumentException(folder + " holds " + packs.size() + " packs");
    }
    return check(packs.get(0));
  }

  /** The packs in a folder, by the configurations in it. */
  public static List<PackFolder> packs(Path folder) {
    Configs configs = Configs.in(List.of(folder), () -> EDITION);
    return PackFinder.find(folder, "", configs, warning -> {});
  }

  public static PackResult check(PackFolder pack) {
    Template template = pack.config().edition().template();
    PackChecker checker = template.equals(TEMPLATE) ? CHECKER : new PackChecker(template);
    Path folder = pack.folder().toAbsolutePath().normalize();
    return checker
        .with(new PackRules(pack.config().rules(), folder), List.of())
        .check(PackReader.read(pack, warning -> {}));
  }
}
