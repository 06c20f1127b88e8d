package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The page as a person meets it, in a real Chromium. */
@Tag("full")
@Execution(ExecutionMode.SAME_THREAD)
class HtmlReportInBrowserTest {

  private static final String GUARD = "app/guard.py:3:12:drop-await";
  private static final String SOURCE_VIEW =
      "document.querySelector('mutation-test-report-app').shadowRoot"
          + ".querySelector('mte-mutant-view').shadowRoot.querySelector('mte-file').shadowRoot";

  @TempDir static Path folder;

  private static Browser browser;

  @BeforeAll
  static void a_browser() {
    browser = Browser.open();
  }

  @AfterAll
  static void no_browser() {
    browser.close();
  }

  @Test
  void opens_without_a_word_in_the_console_in_both_themes() throws IOException {
    for (String theme : new String[] {"light", "dark"}) {
      browser.liking(theme).sized(1200, 1600).at(page(AnyRun.linted()), "");

      assertThat(browser.text("document.documentElement.dataset.theme")).isEqualTo(theme);
      assertThat(browser.text("document.title")).isEqualTo("progress-tool – amiss");
      assertThat(browser.text("document.getElementById('score').innerText"))
          .contains("33.3 %", "2 of 6 mutants detected", "3 survived");
      assertThat(browser.console()).isEmpty();
      browser.screenshot(Files.createDirectories(Path.of("target")).resolve(theme + ".png"));
    }
  }

  @Test
  void filters_show_what_they_say() throws IOException {
    browser.at(page(AnyRun.linted()), "");
    assertThat(listed()).isEqualTo("app/guard.py:3:12:drop-await app/tool.py:12:5:drop-await");

    choose("filter-show", "timeout");
    assertThat(listed()).isEqualTo("app/tool.py:30:5:drop-await");

    choose("filter-show", "all");
    choose("filter-use", "tested");
    assertThat(listed()).isEqualTo(GUARD);

    choose("filter-use", "");
    choose("filter-text", "GRÖSSE größe");
    assertThat(listed()).isEmpty();
    choose("filter-text", "größe");
    assertThat(listed()).isEqualTo("app/guard.py:9:13:drop-await");
    assertThat(browser.text("location.hash")).contains("show=all");

    choose("filter-text", "");
    choose("filter-show", "escaped");
    assertThat(listed()).isEqualTo(GUARD);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void a_link_opens_its_mutant() throws IOException {
    browser.at(page(AnyRun.linted()), "#id=app%2Ftool.py%3A40%3A5%3Adrop-await");

    assertThat(browser.text("document.querySelector('details[open]').dataset.id"))
        .isEqualTo("app/tool.py:40:5:drop-await");
    assertThat(browser.text("document.querySelector('details[open] .diff').innerText"))
        .contains("-    await stop()", "+    stop()");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void a_link_opens_its_mutant_in_the_source_even_where_it_was_killed() throws IOException {
    for (String id : new String[] {GUARD, "app/guard.py:9:13:drop-await"}) {
      browser.at(page(AnyRun.linted()), "#source=" + id);

      browser.until(SOURCE_VIEW + ".querySelector('.diff-new')");
      assertThat(browser.text(SOURCE_VIEW + ".querySelector('.diff-new').innerText"))
          .doesNotContain("await")
          .contains(id.contains(":3:") ? "allowed(user)" : "read(");
    }
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void stages_of_a_compound_mutant_stand_side_by_side() throws IOException {
    browser.at(page(AnyRun.linted()), "#id=app/guard.py:9:13:drop-await");

    assertThat(browser.text("document.querySelector('.stages').innerText"))
        .contains("masked", "half-fixed", "tests/test_guard.py::test_reads");
  }

  @Test
  void fits_a_phone() throws IOException {
    browser.sized(390, 844).at(page(AnyRun.linted()), "#id=" + GUARD);

    assertThat(browser.text("document.documentElement.scrollWidth <= 390")).isEqualTo("true");
    browser.sized(1200, 1600);
  }

  @Test
  void nothing_from_the_project_becomes_part_of_the_page() throws IOException {
    browser.at(page(Hostile.run()), "#show=all");
    browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
    browser.until("document.querySelectorAll('.detail').length === 6");

    assertThat(browser.text("window.got")).isEqualTo("null");
    assertThat(browser.text("document.querySelectorAll('main img, main script').length"))
        .isEqualTo("0");
    assertThat(browser.text("document.body.innerText"))
        .contains("</script><script>window.got=1</script>")
        .doesNotContain("\u202e", "\u2066", "\u200b", "\u001b", "\u0007");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void the_source_view_takes_a_hostile_source_for_text() throws IOException {
    browser.at(page(Hostile.run()), "#mutant/app/guard.py");
    browser.until("document.querySelector('mutation-test-report-app')");
    browser.run("location.hash = 'mutant/guard.py'");

    browser.until("document.querySelector('mutation-test-report-app').shadowRoot.innerHTML");
    assertThat(browser.text("window.got")).isEqualTo("null");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void ten_thousand_mutants_can_be_looked_through() throws IOException {
    Path page = page(many(10_000));

    browser.at(page, "#show=all");

    assertThat(browser.text("document.getElementById('count').innerText"))
        .isEqualTo("10,000 mutants of 10,000");
    browser.run("document.getElementById('more').click()");
    assertThat(browser.text("document.querySelectorAll('#list > li').length")).isEqualTo("100");
    assertThat(browser.console()).isEmpty();
  }

  private static Results many(int mutants) {
    ObjectNode document = DocumentTree.of(AnyRun.linted());
    ArrayNode few = document.withArray("/mutants").deepCopy();
    few.remove(few.size() - 1);
    ArrayNode many = document.putArray("mutants");
    for (int i = 0; i < mutants; i++) {
      ObjectNode mutant = few.get(i % few.size()).deepCopy();
      many.add(mutant.put("id", mutant.get("id").asText() + ":" + i));
    }
    return DocumentTree.as(document, Results.class);
  }

  private static String listed() {
    return browser.text(
        "[...document.querySelectorAll('#list details')].map(d => d.dataset.id).join(' ')");
  }

  private static void choose(String field, String value) {
    browser.run(
        "const field = document.getElementById('%s'); field.value = '%s';".formatted(field, value)
            + "field.dispatchEvent(new Event('input', {bubbles: true}));");
  }

  private static Path page(Results results) {
    ResultsFile file = new ResultsFile(folder.resolve("page"));
    file.write(results, new HtmlReport());
    return file.folder().resolve("report.html");
  }
}
