package dev.amiss.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.operator.Operators;
import dev.amiss.semantics.Program;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans mutants of Python texts for tests, which are about the one operator that is simplest. */
public final class Plans {

  private static final List<MutationOperator> DROP_AWAIT =
      Operators.ALL.stream().filter(operator -> operator.id().equals("drop-await")).toList();

  private Plans() {}

  /** All sites of one file, {@code app.py}. */
  public static List<Mutant> plan(String text) {
    return plan(Map.of("app.py", text), PlanningOptions.DEFAULT);
  }

  /** All sites of a project whose import root is its root. */
  public static List<Mutant> plan(Map<String, String> texts, PlanningOptions options) {
    return plan(texts, options, Selection.ALL);
  }

  public static List<Mutant> plan(
      Map<String, String> texts, PlanningOptions options, Selection selection) {
    List<PythonModule> modules =
        new TreeMap<>(texts)
            .entrySet().stream()
                .map(entry -> parsed(new SourceFile(Path.of(entry.getKey()), entry.getValue())))
                .toList();
    Program program = Program.of(modules, List.of(Path.of("")));
    return new Planner(DROP_AWAIT).plan(program, modules, options, selection);
  }

  /** What another operator makes of one file, {@code app.py}. */
  public static List<Mutant> planOf(String operator, String text) {
    List<PythonModule> modules = List.of(parsed(new SourceFile(Path.of("app.py"), text)));
    return new Planner(Operators.ALL.stream().filter(each -> each.id().equals(operator)).toList())
        .plan(
            Program.of(modules, List.of(Path.of(""))),
            modules,
            PlanningOptions.DEFAULT,
            Selection.ALL);
  }

  /** The one site of a file. */
  public static Mutant only(String text) {
    List<Mutant> mutants = plan(text);
    assertThat(mutants).hasSize(1);
    return mutants.get(0);
  }

  /** A file as the parser has it, which must accept it. */
  public static PythonModule parsed(SourceFile source) {
    ParseResult result = PythonParser.parse(source);
    assertThat(result).as("%s", source.path()).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).module();
  }
}
