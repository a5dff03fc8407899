import io.github.hldls.check.PackChecker;
import io.github.hldls.template.BuiltInSource;
import io.github.hldls.template.TemplateLoader;
import io.github.hldls.template.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Part of the build: reads the built-in template as it was written, proves it, and puts beside the
 * classes what the program reads in its place, since that is much faster.
 */
final class Prepare {
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    Files.write(classes.resolve("templates/hld").resolve(BuiltInSource.PREPARED), BuiltInSource.prepare());
    TemplateSource written = TemplateSource.builtIn()::find;
    Files.write(
        classes.resolve("vocabulary.bin"),
        PackChecker.prepareVocabulary(TemplateLoader.load(written)));
  }
}
