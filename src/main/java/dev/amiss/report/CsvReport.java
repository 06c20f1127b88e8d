package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.result.LintResult;
import dev.amiss.result.LintResult.LintFinding;
import dev.amiss.result.MutantStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * CSV for pandas and R: a row for each mutant and each that could have noticed it: the tests,
 * Python's warning, every linter in every profile.
 */
final class CsvReport implements ReportFormat {

  private static final List<String> HEADINGS =
      List.of(
          "id",
          "fingerprint",
          "operator",
          "variant",
          "twin_of",
          "file",
          "line",
          "column",
          "function",
          "callee",
          "callee_known",
          "callee_where",
          "use",
          "shield",
          "group",
          "status",
          "reason",
          "tests_covering",
          "tests_run",
          "seconds",
          "detector",
          "profile",
          "version",
          "outcome",
          "rules");

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String fileName() {
    return "mutants.csv";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    line(text, HEADINGS);
    for (MutantEntry mutant : results.mutants()) {
      row(text, mutant, "tests", "", "", tests(mutant.status()), "");
      if (mutant.isolation().isPresent()) {
        row(text, mutant, "warning", "", "", mutant.warned() ? "detected" : "missed", "");
      }
      for (LintResult each : mutant.linters()) {
        String rules =
            each.findings().stream()
                .filter(LintFinding::direct)
                .map(LintFinding::rule)
                .distinct()
                .collect(Collectors.joining(" "));
        row(
            text,
            mutant,
            each.linter(),
            each.profile(),
            each.version(),
            each.status().label(),
            rules);
      }
    }
    text.flush();
  }

  private static String tests(MutantStatus status) {
    return switch (status) {
      case KILLED, TIMEOUT -> "detected";
      case SURVIVED, NO_COVERAGE -> "missed";
      case INVALID, IGNORED, PENDING -> "none";
    };
  }

  private static void row(Writer text, MutantEntry mutant, String... detector) throws IOException {
    List<String> cells =
        new ArrayList<>(
            List.of(
                mutant.id(),
                mutant.fingerprint(),
                mutant.operator(),
                mutant.variant().orElse(""),
                mutant.twinOf().orElse(""),
                mutant.file(),
                String.valueOf(mutant.line()),
                String.valueOf(mutant.column()),
                mutant.function(),
                mutant.callee().name(),
                mutant.callee().known(),
                mutant.callee().where(),
                mutant.use().orElse(""),
                String.valueOf(mutant.shield()),
                mutant.group().orElse(""),
                mutant.status().label(),
                mutant.reason().orElse(""),
                String.valueOf(mutant.tests().covering()),
                String.valueOf(mutant.tests().run()),
                String.format(Locale.ROOT, "%.3f", mutant.seconds())));
    cells.addAll(List.of(detector));
    line(text, cells);
  }

  private static void line(Writer text, List<String> cells) throws IOException {
    text.write(cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")));
    text.write('\n');
  }

  /** Quoted where it must be; what a spreadsheet would take for a formula begins with a quote. */
  private static String cell(String value) {
    String shown = Printable.of(value);
    String harmless =
        !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
    return harmless.matches("[^\",]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
