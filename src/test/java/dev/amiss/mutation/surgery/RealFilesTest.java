package dev.amiss.mutation.surgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestPython;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.Patch;
import dev.amiss.mutation.Planner;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.Selection;
import dev.amiss.mutation.operator.Operators;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every operator plants in hundreds of real files: each mutant is the tree that was meant, is
 * Python, and its patch makes it and unmakes it byte for byte.
 */
class RealFilesTest {

  private static final long SEED = 20261122;
  private static final int MOST_OF_AN_OPERATOR = 10;
  private static final PlanningOptions OPTIONS = new PlanningOptions(true);

  /**
   * A class that is added has the whole file parsed again at each await: once in a while will do.
   */
  private static final Selection WITHOUT_CLASSES =
      new Selection(List.of(), List.of("decoy-awaitable"), path -> true, List.of());

  private static final Pattern PREBOUND = Pattern.compile("(\\w+(?: = \\w+)*) = None(?=\\R)");

  @TempDir Path scratch;

  private final List<Mutation> planted = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void every_mutant_is_what_was_meant_and_its_patch_makes_and_unmakes_it() throws Exception {
    List<List<Path>> folders = RealFiles.folders(520);
    for (int i = 0; i < folders.size(); i++) {
      plant(folders.get(i), i % 5 == 0 ? Selection.ALL : WITHOUT_CLASSES);
    }
    assertThat(RealFiles.count(folders)).isGreaterThan(500);
    // Hardly any library has a coroutine function that returns a dict which others take apart.
    assertThat(counts.keySet())
        .as("the operators that planted anything")
        .contains(
            "drop-await",
            "swallow-await",
            "useless-async",
            "decoy-task",
            "decoy-gather",
            "decoy-passthrough",
            "decoy-awaitable");
    patchesMakeAndUnmakeThem();
  }

  private void plant(List<Path> files, Selection selection) throws IOException {
    List<PythonModule> modules = new ArrayList<>();
    for (Path file : files) {
      Path path =
          Path.of(
              requireNonNull(file.getParent()).getFileName().toString(),
              file.getFileName().toString());
      parsed(path, Files.readAllBytes(file)).ifPresent(modules::add);
    }
    List<Mutant> mutants =
        new ArrayList<>(
            new Planner(Operators.ALL)
                .plan(Program.of(modules, List.of(Path.of(""))), modules, OPTIONS, selection));
    mutants.removeIf(mutant -> mutant.mutation().isEmpty());
    Collections.shuffle(mutants, new Random(SEED));
    Map<String, Integer> taken = new HashMap<>();
    for (Mutant mutant : mutants) {
      if (taken.merge(mutant.operator(), 1, Integer::sum) <= MOST_OF_AN_OPERATOR) {
        counts.merge(mutant.operator(), 1, Integer::sum);
        planted.add(mutant.mutation().orElseThrow());
        isAsMeant(mutant, modules);
      }
    }
  }

  private static void isAsMeant(Mutant mutant, List<PythonModule> modules) {
    Mutation mutation = mutant.mutation().orElseThrow();
    mutation
        .mutated()
        .forEach(
            (path, mutated) -> {
              assertThat(mutated.bytes())
                  .as("%s changes %s", mutant.id(), path)
                  .isNotEqualTo(requireNonNull(mutation.originals().get(path)).bytes());
              Node.Module tree =
                  parsed(path, mutated.bytes())
                      .orElseThrow(() -> new AssertionError(mutant.id() + " does not parse"))
                      .tree();
              PythonModule original =
                  modules.stream().filter(m -> m.path().equals(path)).findAny().orElseThrow();
              meant(mutant, original)
                  .ifPresent(
                      meant ->
                          assertThat(SameTree.butFor(meant, original.tree(), tree))
                              .as("the tree of %s", mutant.id())
                              .isTrue());
            });
  }

  /** What the mutants of one await are meant to be, told from outside. */
  private static Optional<Meant> meant(Mutant mutant, PythonModule module) {
    boolean swallows = mutant.operator().equals("swallow-await");
    if (!swallows && !mutant.operator().equals("drop-await")) {
      return Optional.empty();
    }
    Await await =
        module
            .tree()
            .all(Await.class)
            .filter(found -> module.start(found).equals(mutant.start()))
            .findAny()
            .orElseThrow();
    Meant dropped = Meant.dropped(await);
    return Optional.of(
        swallows ? dropped.wrapped(statement(module, await), prebound(mutant)) : dropped);
  }

  private static Statement statement(PythonModule module, Await await) {
    return new Ancestry(module.tree())
        .ancestors(await)
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> prebound(Mutant mutant) {
    for (List<Edit> edits : mutant.mutation().orElseThrow().edits().values()) {
      for (Edit edit : edits) {
        Matcher matcher = PREBOUND.matcher(edit.replacement());
        if (matcher.find()) {
          return List.of(matcher.group(1).split(" = ", -1));
        }
      }
    }
    return List.of();
  }

  /** Each mutant in a folder of its own, so that one patch holds them all. */
  private void patchesMakeAndUnmakeThem() throws Exception {
    Map<Path, byte[]> before = new TreeMap<>();
    Map<Path, byte[]> after = new TreeMap<>();
    ByteArrayOutputStream patches = new ByteArrayOutputStream();
    for (int i = 0; i < planted.size(); i++) {
      Mutation mutation = moved(planted.get(i), Path.of("m" + i));
      mutation.originals().forEach((path, file) -> before.put(path, file.bytes()));
      mutation.mutated().forEach((path, file) -> after.put(path, file.bytes()));
      patches.writeBytes(Patch.of(mutation).bytes());
    }
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      Path path = scratch.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Path patch = Files.write(scratch.resolve("all.patch"), patches.toByteArray());
    run("git", "apply", patch.toString());
    requireFiles(after, "made");
    assertThat(run(TestPython.executable().toString(), "-c", COMPILE)).isEmpty();
    run("git", "apply", "-R", patch.toString());
    requireFiles(before, "unmade");
  }

  private static final String COMPILE =
      """
      import pathlib, warnings
      warnings.simplefilter("ignore")
      for path in pathlib.Path(".").rglob("*.py"):
          try:
              compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
          except SyntaxError as error:
              print(path, error)
      """;

  private static Mutation moved(Mutation mutation, Path folder) {
    Map<Path, SourceFile> originals = new HashMap<>();
    Map<Path, List<Edit>> edits = new HashMap<>();
    mutation
        .originals()
        .forEach(
            (path, file) -> {
              Path to = folder.resolve(path);
              originals.put(
                  to, new SourceFile(to, file.text(), file.charset(), file.hasByteOrderMark()));
              edits.put(to, requireNonNull(mutation.edits().get(path)));
            });
    return new Mutation(originals, edits);
  }

  private void requireFiles(Map<Path, byte[]> expected, String how) throws IOException {
    for (Map.Entry<Path, byte[]> file : expected.entrySet()) {
      assertThat(Files.readAllBytes(scratch.resolve(file.getKey())))
          .as("%s, %s by its patch", file.getKey(), how)
          .isEqualTo(file.getValue());
    }
  }

  private String run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(scratch.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s", output).isZero();
    return output;
  }

  private static Optional<PythonModule> parsed(Path path, byte[] bytes) {
    ParseResult result = PythonParser.parse(path, bytes);
    return result instanceof ParseResult.Parsed parsed
        ? Optional.of(parsed.module())
        : Optional.empty();
  }
}
