package dev.amiss.store;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.pytest.Baseline;
import dev.amiss.pytest.Observation.Reach;
import dev.amiss.pytest.TestOutcome;
import dev.amiss.source.Edit;
import dev.amiss.source.Lines;
import dev.amiss.source.Position;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the verdict on a mutant depends on, added up: the mutation itself, all that the tests may
 * run that were run to know the verdict, and everything around them (pytest's configuration, Python
 * and its packages, the settings, amiss itself).
 *
 * <p>What a test may run is found in the source, function by function, and not only observed: a
 * mutation leads tests where the baseline never was. A test's inputs are its own function and those
 * that the baseline saw it enter; then, as often as anything is added, whatever is mentioned there
 * by name (a fixture by a parameter), the statements of its class and its file outside functions,
 * the modules that these import, and the conftests above. A name stands for everything so named, in
 * strings too. Functions that others than the project's code may call (special methods, hooks,
 * autouse fixtures, what an unknown decorator has seen, methods of classes with a base from
 * outside, methods whose name nobody mentions) go with their class or file; a look-up by a name
 * made at run time ({@code getattr(x, name)}) leads to the methods of every class in reach, and
 * {@code eval} and the like to everything. Besides, all tests depend on the functions that the
 * baseline saw run while files were imported (and on what these can come at, where it is they that
 * are changed), on statements at the head of any file that do more than to name a value, and on
 * files that are no Python where they lie among code or tests; elsewhere such files count for those
 * that mention them. A test that starts another Python, and one whose function is not found,
 * depends on everything.
 *
 * <p>Not seen: changes outside the project's tree but for the versions of packages (another project
 * installed in editable mode), environment variables but for {@code PYTHON…} and {@code PYTEST…},
 * the clock, the network.
 */
public final class Inputs {

  /** The packages of an environment take pages; they are added up once for all mutants. */
  private final Digest surroundings;

  private final TestInputs tests;
  private final Set<String> green;
  private final Set<String> spawning;

  /**
   * A mutant as the journal knows it.
   *
   * @param fingerprint the mutant's
   * @param covering the inputs of a verdict for which only the tests that reach it were run
   * @param suite those of a verdict for which others were run too
   */
  public record Key(String fingerprint, String covering, String suite) {

    /** The key of something else that is known of the mutant than its verdict. */
    public Key of(String aspect) {
      return aspect.isEmpty() ? this : new Key(fingerprint + " " + aspect, covering, suite);
    }
  }

  private Inputs(String surroundings, TestInputs tests, Set<String> green, Set<String> spawning) {
    this.surroundings = new Digest().add(surroundings);
    this.tests = tests;
    this.green = green;
    this.spawning = spawning;
  }

  /**
   * Reads a project.
   *
   * @param surroundings all that matters to every verdict
   * @param code the code under test
   * @param tests the tests, conftests and their helpers
   * @param data the project's other files, with a digest of each
   */
  public static Inputs of(
      String surroundings,
      List<PythonModule> code,
      List<PythonModule> tests,
      Map<Path, String> data,
      Baseline baseline) {
    Set<String> green =
        baseline.tests().stream().map(TestOutcome::id).collect(Collectors.toUnmodifiableSet());
    List<Definitions.Source> sources = new ArrayList<>();
    code.forEach(module -> sources.add(new Definitions.Source(module, false)));
    tests.forEach(module -> sources.add(new Definitions.Source(module, true)));
    Definitions definitions = new Definitions(sources, TestNames.byFile(green), data);
    Set<String> spawning = new HashSet<>(baseline.spawning());
    spawning.retainAll(green);
    return new Inputs(
        surroundings,
        new TestInputs(definitions, baseline.observation(), spawning),
        green,
        spawning);
  }

  /** The key of a mutant that something is planted in, and that these tests reach. */
  public Key key(Mutant mutant, Reach reach) {
    String mutation = digest(mutant.mutation().orElseThrow());
    Set<String> covering = reach.selection().orElse(green);
    // Where no test reaches it, those are asked that start another Python.
    Set<String> asked = covering.isEmpty() ? spawning : covering;
    boolean isImporting = reach.selection().isEmpty();
    return new Key(
        mutant.fingerprint(),
        added(mutation, "covering", asked, isImporting),
        added(mutation, "suite", green, isImporting));
  }

  private String added(String mutation, String scope, Set<String> asked, boolean isImporting) {
    return surroundings
        .copy()
        .add(mutation)
        .add(scope)
        .add(isImporting ? tests.digestOfImporting(asked) : tests.digest(asked))
        .hex();
  }

  /** Without line numbers: a mutation that is only moved is the same one. */
  private static String digest(Mutation mutation) {
    Digest digest = new Digest();
    for (Path path : new TreeSet<>(mutation.edits().keySet())) {
      SourceFile original = mutation.originals().get(path);
      if (original == null) {
        throw new IllegalStateException("edits without an original: " + path);
      }
      Lines lines = original.lines();
      for (Edit edit : mutation.edits().getOrDefault(path, List.of())) {
        Position start = lines.position(edit.span().start());
        digest
            .add(path.toString())
            .add(lines.line(start.line()))
            .add(String.valueOf(start.column()))
            .add(original.text(edit.span()))
            .add(edit.replacement());
      }
    }
    return digest.hex();
  }
}
