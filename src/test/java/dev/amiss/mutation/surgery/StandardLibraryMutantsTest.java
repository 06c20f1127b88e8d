package dev.amiss.mutation.surgery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.Planner;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.Selection;
import dev.amiss.mutation.operator.Operators;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plants into a random choice of the standard library of the Python in use. */
class StandardLibraryMutantsTest {

  private static final long SEED = 20261122;
  private static final int FILES = 40;
  private static final int MUTANTS_OF_A_FILE = 5;
  private static final PlanningOptions OPTIONS = new PlanningOptions(true);

  @TestFactory
  Stream<DynamicTest> every_mutant_is_the_tree_that_was_meant_and_can_be_undone() throws Exception {
    List<Path> files = filesWithAwaits();
    Collections.shuffle(files, new Random(SEED));
    return files.stream()
        .limit(FILES)
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path path = file.getFileName();
    Optional<PythonModule> module = parsed(PythonParser.parse(path, bytes));
    assertThat(module).isPresent();
    List<Await> awaits = module.get().tree().all(Await.class).toList();
    List<Mutant> sites = plan(module.get());

    assertThat(sites).hasSameSizeAs(awaits);
    List<Integer> planted =
        new ArrayList<>(
            IntStream.range(0, sites.size())
                .filter(i -> sites.get(i).mutation().isPresent())
                .boxed()
                .toList());
    Collections.shuffle(planted, new Random(SEED));
    for (int i : planted.subList(0, Math.min(MUTANTS_OF_A_FILE, planted.size()))) {
      check(module.get(), bytes, awaits.get(i), sites.get(i).mutation().orElseThrow());
    }
  }

  private static void check(PythonModule module, byte[] bytes, Await await, Mutation mutation) {
    SourceFile mutated = requireNonNull(mutation.mutated().get(module.path()));
    Optional<Node.Module> tree =
        parsed(PythonParser.parse(module.path(), mutated.bytes())).map(PythonModule::tree);
    assertThat(tree).isPresent();
    assertThat(SameTree.butFor(Meant.dropped(await), module.tree(), tree.get()))
        .as("the tree without the await at %s", module.start(await))
        .isTrue();
    assertThat(undone(module, mutation, mutated).bytes()).isEqualTo(bytes);
  }

  private static SourceFile undone(PythonModule module, Mutation mutation, SourceFile mutated) {
    Edit edit = requireNonNull(mutation.edits().get(module.path())).get(0);
    int start = edit.span().start();
    Span replaced = new Span(start, start + edit.replacement().length());
    return mutated.edited(List.of(new Edit(replaced, module.source().text(edit.span()))));
  }

  private static List<Mutant> plan(PythonModule module) {
    Program program = Program.of(List.of(module), List.of(Path.of("")));
    return new Planner(Operators.ALL)
        .plan(program, List.of(module), OPTIONS, Selection.ALL).stream()
            .filter(mutant -> mutant.operator().equals("drop-await"))
            .toList();
  }

  private static Optional<PythonModule> parsed(ParseResult result) {
    return result instanceof ParseResult.Parsed parsed
        ? Optional.of(parsed.module())
        : Optional.empty();
  }

  private static List<Path> filesWithAwaits() throws IOException, InterruptedException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(standardLibrary())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.contains("await ") && !file.toString().contains("site-packages")) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static Path standardLibrary() throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder("python3", "-c", "import os; print(os.path.dirname(os.__file__))")
            .start();
    String folder = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    python.waitFor();
    return Path.of(folder.strip());
  }
}
