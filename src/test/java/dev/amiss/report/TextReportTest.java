package dev.amiss.report;

import static dev.amiss.result.MutantStatus.KILLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Use;
import dev.amiss.result.AnyMutant;
import dev.amiss.result.MutantResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final Paper NARROW = new Paper(60, 50, true, false, 2);
  private static final Paper COLOURED = new Paper(100, 50, true, true, 10);

  @Test
  void is_what_the_golden_file_says() throws IOException {
    Golden.assertIs("report.txt", new TextReport().text(AnyRun.full()));
  }

  @Test
  void says_what_to_type_where_the_results_are_kept_elsewhere() {
    Paper paper = Paper.PLAIN.about(Path.of("a b")).keptIn(Path.of("kept"));

    assertThat(new TextReport(paper).text(AnyRun.full()))
        .contains("amiss show app/guard.py:3:12:drop-await 'a b' --output kept");
  }

  @Test
  void names_a_survivor_whose_value_is_tested_first_and_calls_it_dangerous() {
    String report = new TextReport().text(AnyRun.full());

    assertThat(report)
        .containsSubsequence(
            "Survivors worth acting on: 2",
            "app/guard.py:3:12:drop-await  tested, silent  dangerous: a coroutine is always true",
            "if not await allowed(user):",
            "app/tool.py:12:5:drop-await  discarded, warned",
            "Why: the tests assert that it was called");
  }

  @Test
  void shows_only_as_many_survivors_as_fit_and_counts_the_rest() {
    List<MutantResult> survivors =
        IntStream.rangeClosed(1, 14).mapToObj(line -> survivor(line, "await save()")).toList();

    assertThat(new TextReport(NARROW).text(AnyRun.results(AnyRun.of(survivors))))
        .contains("app.py:2:1:drop-await", "… and 12 more")
        .doesNotContain("app.py:3:1");
  }

  @Test
  void no_line_is_wider_than_the_terminal() {
    String wide = "await print('" + "界".repeat(80) + "')";

    assertThat(new TextReport(NARROW).text(AnyRun.results(AnyRun.of(List.of(survivor(1, wide))))))
        .satisfies(
            report ->
                assertThat(report.lines().filter(line -> line.contains("界")))
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(60)));
  }

  @Test
  void source_text_cannot_play_tricks_on_the_terminal() {
    String trick = "await f('\u001b[2J\u202e\u0007\u200b')";
    Results results = AnyRun.results(AnyRun.of(List.of(survivor(1, trick))));

    assertThat(new TextReport().text(results))
        .contains("await f('\\x1b[2J\\u{202e}\\x07\\u{200b}')")
        .doesNotContain("\u001b", "\u202e", "\u0007", "\u200b");
  }

  @Test
  void colours_are_only_for_those_who_see_them() {
    assertThat(new TextReport().text(AnyRun.full())).doesNotContain("\u001b");
    assertThat(new TextReport(COLOURED).text(AnyRun.full())).contains("\u001b[1m");
  }

  @Test
  void a_run_without_mutants_has_no_score() {
    assertThat(new TextReport().text(AnyRun.results(AnyRun.of(List.of()))))
        .contains("There is no score: no mutant was tested.");
  }

  @Test
  void a_run_that_let_nothing_through_asks_for_nothing() {
    MutantResult killed = AnyMutant.at("app.py", 1, "await save()").use(Use.RETURNED).is(KILLED);

    assertThat(new TextReport().text(AnyRun.results(AnyRun.of(List.of(killed)))))
        .contains("Mutation score 100.0 %: 1 of 1 mutant detected.")
        .doesNotContain("next");
  }

  @Test
  void a_score_is_never_rounded_up() {
    assertThat(Words.percent(OptionalDouble.of(0.99999))).isEqualTo("99.9 %");
    assertThat(Words.percent(OptionalDouble.of(0.57))).isEqualTo("57.0 %");
    assertThat(Words.percent(OptionalDouble.empty())).isEqualTo("-");
  }

  @Test
  void the_listing_has_a_line_for_each_mutant_and_each_ignored_site() {
    Listing listing =
        Listing.of(
            AnyRun.of(
                List.of(
                    AnyRun.pending("await save()"),
                    AnyMutant.at("app.py", 2, "await later")
                        .ignored("what is awaited is a bare name"))));

    assertThat(new ListingText(Paper.PLAIN).text(listing))
        .isEqualTo(
            """
            app.py:1:1:drop-await  await save()
            app.py:2:1:drop-await  ignored: what is awaited is a bare name
            1 mutant in 1 file, 1 ignored site
            """);
  }

  private static MutantResult survivor(int line, String source) {
    return AnyMutant.at("app.py", line, source).survived(Optional.empty());
  }
}
