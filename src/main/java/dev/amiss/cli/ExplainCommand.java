package dev.amiss.cli;

import dev.amiss.project.Settings;
import dev.amiss.report.Columns;
import dev.amiss.report.Ink;
import dev.amiss.report.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code amiss explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explain a mutation operator, or name them all.")
final class ExplainCommand implements Callable<Integer> {

  private static final String INDENT = "    ";

  private final Console console;

  @Parameters(
      paramLabel = "OPERATOR",
      arity = "0..1",
      description = "The operator to explain; without one, all are named.")
  private @Nullable String operator;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Paper paper = console.paper(Settings.defaults());
    if (operator == null) {
      console.write(catalogue(paper));
    } else {
      KnownOperators.check(operator);
      console.write(new MarkdownText(paper).rendered(Catalogue.of(operator).page()));
    }
    return ExitCode.DONE.number;
  }

  private static String catalogue(Paper paper) {
    List<String> lines = new ArrayList<>();
    for (String id : KnownOperators.IDS) {
      lines.add(Ink.BOLD.on(paper, id));
      Columns.wrapped(Catalogue.of(id).summary(), paper.width() - INDENT.length())
          .forEach(line -> lines.add(INDENT + line));
    }
    lines.add("");
    lines.add("`amiss explain OPERATOR` tells all about one.");
    return String.join("\n", lines) + "\n";
  }
}
