import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The yardstick: reads every Markdown file below a folder and parses it whole, on all cores. */
final class ParseOnly {
  public static void main(String[] args) throws IOException {
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
      files = walk.filter(file -> file.toString().endsWith(".md")).toList();
    }
    long blocks =
        files.parallelStream()
            .mapToLong(
                file -> {
                  try {
                    var node = parser.parse(Files.readString(file)).getFirstChild();
                    long count = 0;
                    for (; node != null; node = node.getNext()) {
                      count++;
                    }
                    return count;
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .sum();
    System.out.println(files.size() + " files, " + blocks + " blocks");
  }
}
