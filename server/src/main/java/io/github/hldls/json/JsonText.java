package io.github.hldls.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.hldls.text.LineColumn;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON text, which may hold comments. Where its elements stand is not kept but looked for when
 * there is something to say about one, so that a text without errors costs nothing more.
 */
public final class JsonText {
  private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+)");

  private final String text;
  private final JsonElement root;
  private final IdentityHashMap<JsonElement, LineColumn> elements = new IdentityHashMap<>();
  private final IdentityHashMap<JsonElement, Map<String, LineColumn>> keys =
      new IdentityHashMap<>();

  private JsonText(String text, JsonElement root) {
    this.text = text;
    this.root = root;
  }

  /**
   * Reads a text.
   *
   * @throws JsonException if it is no JSON
   */
  public static JsonText parse(String text) {
    try {
      return new JsonText(text, JsonParser.parseString(text));
    } catch (JsonParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = String.valueOf(cause.getMessage());
      Matcher place = PLACE.matcher(message);
      boolean placed = place.find();
      throw new JsonException(
          placed ? message.substring(0, place.start()) : message.lines().findFirst().orElse(""),
          placed ? place(place) : new LineColumn(0, 0));
    }
  }

  /** What was read before; nothing in it has a place any more. */
  public static JsonText of(JsonElement root) {
    return new JsonText("null", root);
  }

  public JsonElement root() {
    return root;
  }

  /** Where a key of an object in this text stands, else the object itself, else the start. */
  public LineColumn place(JsonElement owner, String key) {
    if (keys.isEmpty()) {
      locate();
    }
    LineColumn own = elements.getOrDefault(owner, new LineColumn(0, 0));
    return keys.getOrDefault(owner, Map.of()).getOrDefault(key, own);
  }

  private void locate() {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.LENIENT);
      locate(reader, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the text again beside what was made of it. */
  private void locate(JsonReader reader, JsonElement element) throws IOException {
    elements.put(element, here(reader));
    JsonToken next = reader.peek();
    if (element instanceof JsonObject object && next == JsonToken.BEGIN_OBJECT) {
      Map<String, LineColumn> names = new HashMap<>();
      keys.put(element, names);
      reader.beginObject();
      while (reader.hasNext()) {
        LineColumn place = here(reader);
        String name = reader.nextName();
        names.put(name, place);
        locate(reader, object.get(name));
      }
      reader.endObject();
    } else if (element instanceof JsonArray array && next == JsonToken.BEGIN_ARRAY) {
      reader.beginArray();
      for (int i = 0; reader.hasNext(); i++) {
        locate(reader, i < array.size() ? array.get(i) : JsonNull.INSTANCE);
      }
      reader.endArray();
    } else {
      // Or else a key stands twice, and this is the value that the other one has replaced.
      reader.skipValue();
    }
  }

  /** The place of what comes next. The reader's name is all that it tells of where it is. */
  private static LineColumn here(JsonReader reader) throws IOException {
    JsonToken next = reader.peek();
    Matcher place = PLACE.matcher(reader.toString());
    if (!place.find()) {
      return new LineColumn(0, 0);
    }
    LineColumn after = place(place);
    boolean opened =
        switch (next) {
          case NAME, STRING, BEGIN_ARRAY, BEGIN_OBJECT -> true;
          default -> false;
        };
    // It has read the first character of what opens with a quote or bracket.
    return new LineColumn(after.line(), Math.max(0, after.column() - (opened ? 1 : 0)));
  }

  private static LineColumn place(Matcher place) {
    return new LineColumn(
        Integer.parseInt(place.group(1)) - 1, Integer.parseInt(place.group(2)) - 1);
  }
}
