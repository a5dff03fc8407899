package io.github.hldls.mcp;

import io.github.hldls.check.PackChecker;
import io.github.hldls.check.PackResult;
import io.github.hldls.config.PackRules;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.Pack;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.Edition;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Template;
import io.github.hldls.text.SourceText;
import io.github.hldls.workspace.Configs;
import io.github.hldls.workspace.PackFinder;
import io.github.hldls.workspace.PackFolder;
import io.github.hldls.workspace.PackReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packs below a folder, as they stand on disk whenever something is asked. */
final class Packs {
  private final Path root;
  private final Supplier<Edition> builtIn;
  private final IdentityHashMap<Edition, PackChecker> checkers = new IdentityHashMap<>();
  private @Nullable Edition known;

  Packs(Path root, Supplier<Edition> builtIn) {
    this.root = root;
    this.builtIn = builtIn;
  }

  private Edition builtIn() {
    Edition edition = known;
    if (edition == null) {
      edition = builtIn.get();
      known = edition;
    }
    return edition;
  }

  /** A checked pack and what it was held against. */
  record Checked(Edition edition, PackResult result) {}

  List<Checked> all() {
    Configs configs = configs();
    return find(configs).stream()
        .map(folder -> check(folder, PackReader.read(folder, warning -> {})))
        .toList();
  }

  private Configs configs() {
    return Configs.in(List.of(root), this::builtIn);
  }

  private List<PackFolder> find(Configs configs) {
    return PackFinder.find(root, "", configs, warning -> {});
  }

  /** A pack by its path, as it is listed. */
  Checked pack(String path) {
    PackFolder folder = folder(path);
    return check(folder, PackReader.read(folder, warning -> {}));
  }

  private PackFolder folder(String path) {
    List<PackFolder> all = find(configs());
    String plain = path.replaceFirst("^\\./(?=.)", "").replaceFirst("(?<=.)/+$", "");
    return all.stream()
        .filter(folder -> folder.path().equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    "there is no pack "
                        + path
                        + "; there are: "
                        + all.stream().map(PackFolder::path).collect(Collectors.joining(", "))));
  }

  /** A text judged as a file of a pack, or alone if the pack is not named. */
  Checked text(String name, String text, String pack) {
    if (!pack.isEmpty()) {
      PackFolder folder = folder(pack);
      return check(folder, with(name, text, PackReader.read(folder, warning -> {}), folder));
    }
    Edition edition = configs().of(root).edition();
    PackFile file = file(name, name, text, edition.template());
    Pack alone = new Pack("text", ".", List.of(file), Map.of(), false);
    return new Checked(edition, checker(edition).check(alone));
  }

  private static PackFile file(String name, String path, String text, Template template) {
    FileRole role =
        template
            .role(name.substring(name.lastIndexOf('/') + 1))
            .orElseThrow(
                () ->
                    new ToolException(
                        "the template knows no file "
                            + name
                            + "; it knows "
                            + template.files().stream()
                                .map(FileRole::name)
                                .collect(Collectors.joining(", "))));
    return new PackFile(role, path, MarkdownParser.parse(new SourceText(text)));
  }

  private static Pack with(String name, String text, Pack pack, PackFolder folder) {
    Template template = folder.config().edition().template();
    Optional<PackFile> old =
        template.role(name.substring(name.lastIndexOf('/') + 1)).flatMap(pack::file);
    String path =
        old.map(PackFile::path).orElse(pack.path().equals(".") ? name : pack.path() + "/" + name);
    PackFile file = file(name, path, text, template);
    List<PackFile> files = new ArrayList<>();
    for (FileRole role : template.files()) {
      Optional<PackFile> each = role.equals(file.role()) ? Optional.of(file) : pack.file(role);
      each.ifPresent(files::add);
    }
    return new Pack(pack.name(), pack.path(), files, pack.unreadable(), pack.whole());
  }

  private Checked check(PackFolder folder, Pack pack) {
    Edition edition = folder.config().edition();
    Path place = folder.folder().toAbsolutePath().normalize();
    PackRules rules = new PackRules(folder.config().rules(), place);
    return new Checked(edition, checker(edition).with(rules, List.of()).check(pack));
  }

  private PackChecker checker(Edition edition) {
    if (checkers.size() > 8) {
      // Each reading of a template that is not built in is another one.
      checkers.clear();
    }
    return checkers.computeIfAbsent(edition, e -> new PackChecker(e.template()));
  }

  /** The template of the folder itself. */
  Edition edition() {
    return configs().of(root).edition();
  }
}
