package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mutation.json} against the schema as its authors publish it, in an npm package. */
@Tag("full")
class MutationSchemaTest {

  private static final String PACKAGE = "mutation-testing-report-schema";
  private static final Path FOLDER = Path.of("target", "npm");

  private static JsonSchema schema;

  @BeforeAll
  static void the_published_schema() throws IOException, InterruptedException {
    Path file =
        FOLDER.resolve("node_modules").resolve(PACKAGE).resolve("src").resolve(PACKAGE + ".json");
    if (!Files.exists(file)) {
      Files.createDirectories(FOLDER);
      Path log = FOLDER.resolve("install.log");
      int code =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--prefix",
                  FOLDER.toString(),
                  "--no-save",
                  "--no-audit",
                  "--no-fund",
                  "--silent",
                  PACKAGE + "@3.8.4")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      assertThat(code).as("exit code of npm install, which says in %s why", log).isZero();
    }
    try (InputStream in = Files.newInputStream(file)) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    }
  }

  @Test
  void is_valid() throws IOException {
    assertThat(schema.validate(mutation(AnyRun.linted()))).isEmpty();
    assertThat(schema.validate(mutation(AnyRun.results(AnyRun.of(List.of()))))).isEmpty();
  }

  @Test
  void stays_valid_whatever_the_project_holds() throws IOException {
    assertThat(schema.validate(mutation(Hostile.run()))).isEmpty();
  }

  @Test
  void the_schema_refuses_a_status_that_does_not_exist() throws IOException {
    String wrong = mutation(AnyRun.linted()).toString().replace("\"Survived\"", "\"Lived\"");

    assertThat(schema.validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
  }

  private static JsonNode mutation(Results results) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MutationReport().write(results, out);
    return new ObjectMapper().readTree(out.toByteArray());
  }
}
