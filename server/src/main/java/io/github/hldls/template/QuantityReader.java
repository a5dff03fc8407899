package io.github.hldls.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the quantities that must be the same wherever they are stated. */
final class QuantityReader {
  private static final Set<String> KEYS = Set.of("name", "says", "unit", "of", "is");

  private QuantityReader() {}

  static List<Quantity> read(TemplateJson json, ExpressionParser expressions, JsonObject root) {
    List<Quantity> quantities = new ArrayList<>();
    if (root.has("quantities")) {
      for (JsonElement each : json.array(root, "quantities")) {
        JsonObject quantity = json.object(each, "quantities");
        json.knownKeys(quantity, KEYS);
        quantities.add(
            new Quantity(
                json.string(quantity, "name"),
                expressions.of(json, quantity, "says"),
                json.constant(Quantity.Unit.class, json.string(quantity, "unit"), "unit"),
                json.optionalString(quantity, "of", "").equals("design"),
                json.optionalString(quantity, "is", "").equals("chosen")));
      }
    }
    return quantities;
  }
}
