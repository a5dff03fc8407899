package io.github.hldls.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * Something that a model may ask for. It only ever reads.
 *
 * @param name by which it is called
 * @param description what it is good for, to a model
 * @param inputs what it takes
 * @param run what it does; throws {@link ToolException} if that cannot be done
 */
record Tool(
    String name, String description, List<Input> inputs, Function<JsonObject, JsonObject> run) {
  Tool {
    inputs = List.copyOf(inputs);
  }

  /** A text that a tool takes. */
  record Input(String name, String description, boolean required) {}

  /** The tool as the protocol lists it. */
  JsonObject listed() {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Input input : inputs) {
      JsonObject property = new JsonObject();
      property.addProperty("type", "string");
      property.addProperty("description", input.description());
      properties.add(input.name(), property);
      if (input.required()) {
        required.add(input.name());
      }
    }
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    schema.add("required", required);
    JsonObject hints = new JsonObject();
    hints.addProperty("readOnlyHint", true);
    hints.addProperty("openWorldHint", false);
    JsonObject tool = new JsonObject();
    tool.addProperty("name", name);
    tool.addProperty("description", description);
    tool.add("inputSchema", schema);
    tool.add("annotations", hints);
    return tool;
  }

  /** The answer to a call, as the protocol wants it: as data, and the same as text. */
  JsonObject call(JsonObject arguments) {
    JsonObject result = new JsonObject();
    try {
      for (Input input : inputs) {
        if (input.required() && text(arguments, input.name()).isEmpty()) {
          throw new ToolException("\"" + input.name() + "\" is missing: " + input.description());
        }
      }
      JsonObject data = run.apply(arguments);
      result.add("content", content(data.toString()));
      result.add("structuredContent", data);
    } catch (ToolException e) {
      result.add("content", content(String.valueOf(e.getMessage())));
      result.addProperty("isError", true);
    }
    return result;
  }

  private static JsonArray content(String text) {
    JsonObject content = new JsonObject();
    content.addProperty("type", "text");
    content.addProperty("text", text);
    JsonArray all = new JsonArray();
    all.add(content);
    return all;
  }

  /** An argument; empty if it is not given. */
  static String text(JsonObject arguments, String name) {
    JsonElement value = arguments.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
