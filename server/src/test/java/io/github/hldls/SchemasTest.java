package io.github.hldls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas accept what the program accepts, and refuse what it refuses. */
class SchemasTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
  private static final Path MADR = Path.of("..", "test-workspaces", "madr");

  private static List<String> errors(String schema, String json) throws IOException {
    Schema read =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(DOCS.resolve(schema)), InputFormat.JSON);
    // The schema library knows no comments.
    String plain = JsonParser.parseString(json).toString();
    return read.validate(plain, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @Test
  void theExtensionHasTheSameSchema() throws IOException {
    assertThat(Path.of("..", "vscode-client", "schemas", "config.schema.json"))
        .hasSameTextualContentAs(DOCS.resolve("config.schema.json"));
  }

  static Stream<Path> templates() {
    return Stream.of(
        TEMPLATES.resolve("hld"), TEMPLATES.resolve("start"), MADR.resolve("template"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void acceptsTemplates(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String schema =
            switch (String.valueOf(file.getFileName())) {
              case "template.json" -> "template.schema.json";
              case "technologies.json" -> "technologies.schema.json";
              default -> "rows.schema.json";
            };
        assertThat(errors(schema, Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  /** What is imported into IntelliJ, as far as no IDE is needed to see whether it is right. */
  @Test
  void theTemplateForIntelliJIsWhole() throws IOException {
    Path folder = Path.of("..", "clients", "intellij", "hld");
    String schema = "../clients/intellij/hld/settings.schema.json";
    String settings = Files.readString(folder.resolve("settings.json"));
    assertThat(errors(schema, settings)).isEmpty();
    assertThat(errors(schema, "{\"hdl\": {}}")).isNotEmpty();
    JsonObject template =
        JsonParser.parseString(Files.readString(folder.resolve("template.json"))).getAsJsonObject();
    assertThat(template.keySet()).contains("id", "name", "programArgs", "fileTypeMappings");
    assertThat(template.getAsJsonObject("programArgs").get("default").getAsString())
        .isEqualTo("hld serve");
    for (JsonElement mapping : template.getAsJsonArray("fileTypeMappings")) {
      assertThat(mapping.getAsJsonObject().keySet()).contains("fileType", "languageId");
    }
    for (String file : List.of("initializationOptions.json", "clientSettings.json")) {
      assertThat(JsonParser.parseString(Files.readString(folder.resolve(file))).isJsonObject())
          .isTrue();
    }
    assertThat(folder.resolve("README.md")).isNotEmptyFile();
  }

  @Test
  void acceptsConfigurations() throws IOException {
    assertThat(errors("config.schema.json", Files.readString(MADR.resolve(".hld.json")))).isEmpty();
    assertThat(
            errors(
                "config.schema.json",
                """
                {"extends": ["a.json"], "rules": {"*": "hint"}, "ignore": "drafts",
                 "files": {"01": ["a.md"]}, "technologies": [{"name": "X"}], "baseline": "b.json",
                 "vocabulary": {"cache": "x | y"}, "diagnostics": {"scope": "openFiles"}}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"rles\": {}}",
        "{\"rules\": {\"caching/ttl\": \"eror\"}}",
        "{\"rules\": []}",
        "{\"failOn\": \"warn\"}",
        "{\"ignore\": 7}",
        "{\"overrides\": [{\"rules\": {}}]}",
        "{\"technologies\": [{\"aliases\": [\"x\"]}]}",
        "{\"diagnostics\": {\"scope\": \"all\"}}",
      })
  void refusesBadConfigurations(String json) throws IOException {
    assertThat(errors("config.schema.json", json)).isNotEmpty();
  }
}
