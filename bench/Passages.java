import io.github.hldls.check.PackChecker;
import io.github.hldls.facts.FileFacts;
import io.github.hldls.facts.Passage;
import io.github.hldls.facts.Resemblance;
import io.github.hldls.markdown.MarkdownParser;
import io.github.hldls.pack.PackFile;
import io.github.hldls.template.FileRole;
import io.github.hldls.template.Likeness;
import io.github.hldls.template.Step;
import io.github.hldls.template.Template;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import io.github.hldls.text.SourceText;
import io.github.hldls.text.Words;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * Prints what {@code bench/learn} learns from, by tabs: for each row {@code row}, its id and its
 * file; for each text of the packs {@code text}, pack, file, first and last line from 1, and the
 * stems of its words, those of titles with a {@code ^}.
 *
 * <pre>java -cp server/target/hld.jar bench/Passages.java FOLDER-OF-PACKS...</pre>
 */
final class Passages {
  private Passages() {}

  public static void main(String[] args) throws IOException {
    Template template = TemplateLoader.load(TemplateSource.builtIn());
    PackChecker checker = new PackChecker(template);
    for (Step step : template.steps()) {
      step.requirements().forEach(row -> System.out.println("row\t" + row.id() + "\t" + step.file()));
    }
    for (String folder : args) {
      try (DirectoryStream<Path> packs = Files.newDirectoryStream(Path.of(folder), Files::isDirectory)) {
        for (Path pack : packs) {
          for (FileRole role : template.files()) {
            Path file = pack.resolve(role.name());
            if (Files.exists(file)) {
              SourceText text = new SourceText(Files.readString(file));
              print(pack, checker.read(new PackFile(role, file.toString(), MarkdownParser.parse(text))));
            }
          }
        }
      }
    }
  }

  private static void print(Path pack, FileFacts file) {
    for (Resemblance.Unit unit : Resemblance.units(file)) {
      if (unit.first() < unit.end()) {
        StringJoiner words = new StringJoiner(" ");
        for (int token = unit.first(); token < unit.end(); token++) {
          words.add(stem(file, token));
        }
        for (int title : unit.titles()) {
          Passage passage = file.passage(title);
          int end = file.tokens().firstFrom(passage.title().end());
          for (int token = file.tokens().firstFrom(passage.title().start()); token < end; token++) {
            String word = "^" + stem(file, token);
            for (int time = 0; time < Resemblance.TITLE; time++) {
              words.add(word);
            }
          }
        }
        int first = file.source().lineOf(file.tokens().start(unit.first())) + 1;
        int last = file.source().lineOf(file.tokens().start(unit.end() - 1)) + 1;
        System.out.println(
            String.join("\t", "text", pack.getFileName().toString(), file.file().role().id(), first + "", last + "", words.toString()));
      }
    }
  }

  private static String stem(FileFacts file, int token) {
    return Likeness.stem(Words.normalize(file.source().text().substring(file.tokens().start(token), file.tokens().end(token))));
  }
}
