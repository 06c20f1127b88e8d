package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.amiss.UserException;
import dev.amiss.mutation.Patches;
import dev.amiss.result.AnyMutant;
import dev.amiss.result.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

  @TempDir Path folder;

  @Test
  void is_what_the_golden_file_says() throws IOException {
    Golden.assertIs("results.json", new String(json(AnyRun.full()), UTF_8));
  }

  @Test
  void is_valid_against_its_schema() throws IOException {
    RunResult nothing = AnyRun.of(List.of());

    assertValid("results.schema.json", json(AnyRun.full()));
    assertValid("results.schema.json", json(AnyRun.results(nothing)));
  }

  @Test
  void a_listing_is_valid_against_its_schema() throws IOException {
    Listing listing = Listing.of(AnyRun.of(List.of(AnyRun.pending("await save()"))));

    assertValid("listing.schema.json", bytes(listing));
  }

  @Test
  void the_schema_refuses_a_status_that_does_not_exist() throws IOException {
    String json = new String(json(AnyRun.full()), UTF_8).replace("\"survived\"", "\"lived\"");

    assertThat(schema("results.schema.json").validate(new ObjectMapper().readTree(json)))
        .isNotEmpty();
  }

  @Test
  void is_read_back_as_it_was_written() {
    ResultsFile file = new ResultsFile(folder.resolve(".amiss"));

    file.write(AnyRun.full(), new JsonReport());

    assertThat(file.read()).hasValue(AnyRun.full());
    assertThat(folder.resolve(".amiss/.gitignore")).hasContent("*");
    assertThat(folder.resolve(".amiss")).isDirectoryNotContaining("glob:**unfinished**");
  }

  @Test
  void what_a_killed_run_had_begun_to_write_goes_with_the_next() throws Exception {
    Process killed = new ProcessBuilder("true").start();
    killed.waitFor();
    Path begun = folder.resolve("results.json.unfinished-" + killed.pid());
    Files.writeString(begun, "{");

    new ResultsFile(folder).write(AnyRun.full(), new JsonReport());

    assertThat(begun).doesNotExist();
  }

  @Test
  void there_are_no_results_before_a_run() {
    assertThat(new ResultsFile(folder).read()).isEmpty();
  }

  @Test
  void a_broken_file_is_the_users_to_delete() throws IOException {
    Files.writeString(folder.resolve("results.json"), "{\"schema\": 1, \"amiss\": ");

    assertThatThrownBy(() -> new ResultsFile(folder).read())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("results.json is not a report that amiss can read");
  }

  @Test
  void a_file_of_a_newer_amiss_says_so() throws IOException {
    String json = new String(json(AnyRun.full()), UTF_8).replace("\"schema\": 1", "\"schema\": 2");
    Files.writeString(folder.resolve("results.json"), json);

    assertThatThrownBy(() -> new ResultsFile(folder).read())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("newer");
  }

  @Test
  void a_patch_in_another_encoding_is_given_back_as_bytes() {
    MutantEntry entry =
        MutantEntry.of(
            AnyMutant.at("app.py", 1, "await f('é')").killedBy("test.py::test_f"), new Patches());

    assertThat(entry.patchBytes().orElseThrow())
        .isEqualTo(entry.patch().orElseThrow().getBytes(UTF_8));
  }

  private static byte[] json(Results results) throws IOException {
    return bytes(results);
  }

  private static byte[] bytes(Record document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(document, out);
    return out.toByteArray();
  }

  private static void assertValid(String schema, byte[] json) throws IOException {
    JsonNode document = new ObjectMapper().readTree(json);
    assertThat(schema(schema).validate(document)).isEmpty();
  }

  private static JsonSchema schema(String name) throws IOException {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder ->
                builder.schemaMappers(
                    mappers -> mappers.mapPrefix("urn:amiss:", "classpath:dev/amiss/report/")));
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      return factory.getSchema(in);
    }
  }
}
