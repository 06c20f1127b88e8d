package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a project holds, it is text in every report, and breaks none. */
class HostileInputTest {

  private static final Results RUN = Hostile.run();

  static Stream<ReportFormat> shownToPeople() {
    return Stream.of(
        new TextReport(),
        new MarkdownReport(),
        new JunitReport(),
        new CsvReport(),
        new GithubReport());
  }

  @ParameterizedTest
  @MethodSource("shownToPeople")
  void nothing_hides_reorders_or_controls(ReportFormat format) throws IOException {
    assertThat(text(format))
        .doesNotContain("\u202e", "\u2066", "\u200b", "\u001b", "\u0007", "\u0000", "\u2028");
  }

  @ParameterizedTest
  @MethodSource("shownToPeople")
  void no_line_is_a_command_to_githubs_runner(ReportFormat format) throws IOException {
    assertThat(text(format).lines())
        .filteredOn(line -> line.stripLeading().startsWith("::") || line.contains("##["))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("::(error|warning|notice) file=[^\\n]*")
                    .doesNotContain("##["));
  }

  @Test
  void xml_stays_xml() throws Exception {
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes(new JunitReport())));

    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(7);
  }

  @Test
  void json_stays_json() throws IOException {
    assertThat(new ObjectMapper().readTree(bytes(new SarifReport())).at("/runs/0/results"))
        .hasSize(4);
    assertThat(new ObjectMapper().readTree(bytes(new MutationReport())).at("/files")).hasSize(2);
  }

  @Test
  void markdown_keeps_html_in_code() throws IOException {
    assertThat(text(new MarkdownReport()).replaceAll("(?s)(`+).*?[^`]\\1(?!`)", ""))
        .doesNotContain("<script", "<img", "@all");
  }

  @Test
  void a_place_outside_the_source_is_brought_inside() {
    String file = "app/guard.py";
    var lines = MutationReport.document(RUN).files().get(file).source().lines().count();

    assertThat(MutationReport.document(RUN).files().get(file).mutants())
        .allSatisfy(
            mutant -> assertThat((long) mutant.location().end().line()).isBetween(1L, lines));
  }

  private static String text(ReportFormat format) throws IOException {
    return new String(bytes(format), UTF_8);
  }

  private static byte[] bytes(ReportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(RUN, out);
    return out.toByteArray();
  }
}
