package io.github.hldls.cli;

import io.github.hldls.report.Format;
import io.github.hldls.text.Near;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A report that is written to a file. */
record OutputFile(Format format, Path file) {

  /** Reads {@code sarif=report.sarif}. */
  static final class Converter implements ITypeConverter<OutputFile> {
    @Override
    public OutputFile convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 0 || equals == text.length() - 1) {
        throw new TypeConversionException("must be like sarif=report.sarif, not " + text);
      }
      String name = text.substring(0, equals);
      Format format =
          Stream.of(Format.values())
              .filter(f -> f.toString().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> unknown(name));
      return new OutputFile(format, Path.of(text.substring(equals + 1)));
    }

    private static TypeConversionException unknown(String name) {
      List<String> names = Stream.of(Format.values()).map(Format::toString).toList();
      return new TypeConversionException(
          "there is no format \"" + name + "\"" + Near.suggestion(name, names));
    }
  }
}
