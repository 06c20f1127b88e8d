package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.amiss.result.AnyMutant;
import dev.amiss.result.MutantStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format, of one run that has something of everything. */
class FormatsTest {

  static Stream<ReportFormat> others() {
    return ReportFormats.ALL.stream()
        .filter(format -> !List.of("json", "text", "html").contains(format.id()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void is_what_the_golden_file_says(ReportFormat format) throws IOException {
    Golden.assertIs(format.fileName(), text(format, AnyRun.linted()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void has_something_to_say_of_a_run_without_mutants(ReportFormat format) throws IOException {
    assertThat(text(format, AnyRun.results(AnyRun.of(List.of())))).doesNotContain("null");
  }

  @Test
  void formats_have_names_and_files_of_their_own() {
    assertThat(ReportFormats.ALL).extracting(ReportFormat::id).doesNotHaveDuplicates();
    assertThat(ReportFormats.ALL).extracting(ReportFormat::fileName).doesNotHaveDuplicates();
  }

  @Test
  void sarif_is_valid_against_its_schema() throws IOException {
    assertThat(sarifSchema().validate(json(new SarifReport(), AnyRun.linted()))).isEmpty();
    assertThat(sarifSchema().validate(json(new SarifReport(), AnyRun.full()))).isEmpty();
  }

  @Test
  void the_schema_refuses_a_level_that_sarif_does_not_have() throws IOException {
    String wrong = text(new SarifReport(), AnyRun.linted()).replace("\"error\"", "\"fatal\"");

    assertThat(sarifSchema().validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
  }

  @Test
  void junit_is_xml_with_a_failure_for_each_mutant_that_tests_let_through() throws Exception {
    byte[] xml = bytes(new JunitReport(), AnyRun.linted());
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));

    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(7);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(4);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void csv_has_a_row_for_each_mutant_and_each_that_could_have_noticed_it() throws IOException {
    List<String> rows = text(new CsvReport(), AnyRun.linted()).lines().toList();

    assertThat(rows.get(0)).startsWith("id,fingerprint,operator").endsWith("outcome,rules");
    assertThat(rows)
        .filteredOn(row -> row.startsWith("app/tool.py:12:5"))
        .extracting(row -> row.replaceFirst(".*,0.512,", ""))
        .containsExactly(
            "tests,,,missed,",
            "warning,,,detected,",
            "ruff,default,1.0,missed,",
            "mypy,strict,1.0,detected,unused-coroutine");
  }

  @Test
  void mutants_that_no_test_is_expected_to_notice_are_ignored_by_other_tools_too()
      throws IOException {
    Results run =
        Results.of(
            AnyRun.of(
                List.of(
                    AnyMutant.at("app.py", 1, "await f()")
                        .operator("useless-async")
                        .is(MutantStatus.SURVIVED),
                    AnyMutant.at("app.py", 2, "await g()").is(MutantStatus.KILLED))),
            "0.1.0",
            java.util.Set.of("useless-async"));

    JsonNode mutants = json(new MutationReport(), run).at("/files/app.py/mutants");

    assertThat(mutants.at("/0/status").asText()).isEqualTo("Ignored");
    assertThat(mutants.at("/0/statusReason").asText()).contains("came out as survived");
    assertThat(mutants.at("/1/status").asText()).isEqualTo("Killed");
  }

  @Test
  void the_place_of_a_mutant_is_its_await_and_what_stands_there_instead() throws IOException {
    JsonNode mutant =
        json(new MutationReport(), AnyRun.full()).at("/files/app~1guard.py/mutants/1");

    assertThat(mutant.at("/location").toString())
        .isEqualTo("{\"start\":{\"line\":9,\"column\":13},\"end\":{\"line\":9,\"column\":32}}");
    assertThat(mutant.at("/replacement").asText()).isEqualTo("read('größe')");
  }

  private static JsonSchema sarifSchema() throws IOException {
    try (InputStream in =
        FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    }
  }

  private static JsonNode json(ReportFormat format, Results results) throws IOException {
    return new ObjectMapper().readTree(bytes(format, results));
  }

  private static String text(ReportFormat format, Results results) throws IOException {
    return new String(bytes(format, results), UTF_8);
  }

  private static byte[] bytes(ReportFormat format, Results results) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(results, out);
    return out.toByteArray();
  }
}
