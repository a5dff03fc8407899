package io.github.hldls.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates written in tests: lines such as {@code -- template.json --} split their files. */
public final class TemplateTexts {
  private static final Pattern FILE = Pattern.compile("(?m)^-- (\\S+) --\\n");

  private TemplateTexts() {}

  public static Template template(String files) {
    return TemplateLoader.load(source(files));
  }

  public static TemplateSource source(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher mark = FILE.matcher(text);
    String name = "";
    int start = 0;
    while (mark.find()) {
      files.put(name, text.substring(start, mark.start()));
      name = mark.group(1);
      start = mark.end();
    }
    files.put(name, text.substring(start));
    return file -> Optional.ofNullable(files.get(file));
  }

  /** An expression as a template holds it. */
  public static Expression expression(String source) {
    return template(
            """
            {
              "name": "words",
              "placeholder": "%s",
              "files": [],
              "steps": []
            }
            """
                .formatted(source)
                .transform(json -> "-- template.json --\n" + json))
        .placeholder();
  }
}
