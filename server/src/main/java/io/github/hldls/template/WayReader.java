package io.github.hldls.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.hldls.template.Way.Grade;
import io.github.hldls.template.Way.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the ways in which a row may be met. */
final class WayReader {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "under",
          "notUnder",
          "not",
          "has",
          "need",
          "times",
          "words",
          "span",
          "shape",
          "grade");

  private WayReader() {}

  static Way read(TemplateJson json, ExpressionParser expressions, JsonObject way) {
    json.knownKeys(way, KEYS);
    Expression title = expressions.of(json, way, "title");
    List<Expression> has = new ArrayList<>();
    if (way.has("has")) {
      for (JsonElement group : json.array(way, "has")) {
        has.add(expressions.of(json, json.text(group, "has"), "has"));
      }
    }
    if (title.isEmpty() && has.isEmpty()) {
      throw json.error("a way needs \"title\" or \"has\"");
    }
    int need = json.integer(way, "need", has.size());
    if (need < Math.min(1, has.size()) || need > has.size()) {
      throw json.error("\"need\" must be from 1 to the number of \"has\", not " + need);
    }
    return new Way(
        title,
        expressions.of(json, way, "under"),
        expressions.of(json, way, "notUnder"),
        expressions.of(json, way, "not"),
        has,
        need,
        json.integer(way, "times", 1),
        json.integer(way, "words", title.isEmpty() ? 0 : 6),
        json.constant(
            Span.class,
            json.optionalString(way, "span", title.isEmpty() ? "block" : "section"),
            "span"),
        json.constant(Way.Shape.class, json.optionalString(way, "shape", "any"), "shape"),
        json.constant(Grade.class, json.optionalString(way, "grade", "met"), "grade"));
  }
}
