package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be told of the page without a browser. */
class HtmlReportTest {

  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

  @Test
  void is_what_the_golden_file_says_but_for_the_library() throws IOException {
    String page = page(AnyRun.linted());
    int from = page.indexOf("<script>");
    int to = page.indexOf("</script>", from);

    String shown = page.substring(0, from) + "<script>…" + page.substring(to);

    Golden.assertIs("report.html", shown.replaceAll("'sha256-[^']*'", "'sha256-…'"));
  }

  @Test
  void data_cannot_end_its_element() throws IOException {
    Matcher scripts = SCRIPT.matcher(page(Hostile.run()));
    int found = 0;
    while (scripts.find()) {
      found++;
      if (scripts.group(1).contains("application/json")) {
        JsonNode data = new ObjectMapper().readTree(scripts.group(2));
        assertThat(data.isObject()).isTrue();
        assertThat(scripts.group(2)).doesNotContain("<");
      }
    }
    assertThat(found).isEqualTo(4);
  }

  @Test
  void loads_nothing_from_anywhere() throws IOException {
    assertThat(page(AnyRun.linted()))
        .contains("default-src 'none'")
        .doesNotContain("<script src", "<link rel=\"stylesheet\"", "@import", "url(http");
  }

  private static String page(Results results) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(results, out);
    return out.toString(UTF_8);
  }
}
