package io.github.hldls.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged program as the protocol's own client uses it. */
class McpIT {
  private static final String WORKSPACES =
      Path.of("../test-workspaces").toAbsolutePath().normalize().toString();

  private McpSyncClient client;

  @BeforeEach
  void start() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ServerParameters server =
        ServerParameters.builder(java)
            .args("-jar", System.getProperty("hld.jar"), "mcp", WORKSPACES)
            .build();
    client =
        McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .build();
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.closeGracefully();
  }

  private String call(String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    return (Boolean.TRUE.equals(result.isError()) ? "error: " : "")
        + ((TextContent) result.content().get(0)).text();
  }

  @Test
  void saysWhatItIsAndWhatItCan() {
    assertThat(client.getServerInfo().name()).isEqualTo("hld");
    assertThat(client.getServerInstructions()).contains("next_requirement");
    assertThat(client.listTools().tools())
        .extracting(Tool::name)
        .containsExactly(
            "list_packs", "pack_status", "next_requirement", "check_text", "explain_rule");
    assertThat(client.ping()).isNotNull();
  }

  @Test
  void leadsThroughAPack() {
    assertThat(call("list_packs", Map.of()))
        .contains("{\"pack\":\"complete\",\"template\":\"hld\",\"met\":");
    assertThat(call("pack_status", Map.of("pack", "incomplete")))
        .contains("\"heading\":\"Step 7: ", "\"requirements/clarifying-questions\"");
    assertThat(call("next_requirement", Map.of("pack", "incomplete")))
        .contains(
            "\"rule\":\"requirements/durability\"",
            "\"file\":\"01-problem-requirements.md\"",
            "\"example\":\"### ",
            "\"rulesForEveryFile\":[");
    assertThat(call("next_requirement", Map.of("pack", "complete"))).contains("\"open\":0");
    assertThat(call("explain_rule", Map.of("rule", "caching/ttl"))).contains("\"whatMeetsIt\":");
  }

  @Test
  void judgesATextThatIsNotSaved() {
    assertThat(
            call(
                "check_text",
                Map.of("file", "03-api-schema-design.md", "text", "# API\n\n## Endpoints\n")))
        .contains("\"rule\":\"markdown/empty-section\"", "\"missing\":[\"api/");
    assertThat(
            call(
                "check_text",
                Map.of(
                    "file",
                    "02-capacity-estimation.md",
                    "text",
                    "# Nothing\n",
                    "pack",
                    "complete")))
        .contains("\"file\":\"complete/02-capacity-estimation.md\"", "\"met\":0");
  }

  @Test
  void saysWhatIsWrongWithACall() {
    assertThat(call("pack_status", Map.of("pack", "../../etc")))
        .startsWith("error: there is no pack ../../etc; there are: complete, ");
    assertThat(call("pack_status", Map.of())).startsWith("error: \"pack\" is missing");
    assertThat(call("explain_rule", Map.of("rule", "no/such")))
        .isEqualTo("error: there is no rule no/such");
  }
}
