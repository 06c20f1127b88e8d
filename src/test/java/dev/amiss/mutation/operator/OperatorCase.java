package dev.amiss.mutation.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.ModelStyle;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.PathText;
import dev.amiss.mutation.Planner;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.RunsOn;
import dev.amiss.mutation.Selection;
import dev.amiss.semantics.Program;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One folder under an operator's {@code cases/}, as {@code operators/README.md} describes it. */
record OperatorCase(MutationOperator operator, Path folder) {

  private static final Map<OperatorCase, List<Mutant>> PLANNED = new ConcurrentHashMap<>();
  private static final RunsOn RUNS_ON = new RunsOn("linux", OptionalInt.empty());

  static Stream<OperatorCase> all() {
    return Operators.ALL.stream()
        .flatMap(
            operator ->
                folders(Path.of("operators", operator.id(), "cases"))
                    .map(folder -> new OperatorCase(operator, folder)));
  }

  String name() {
    return folder.getFileName().toString();
  }

  boolean leavesEverything() {
    return name().startsWith("leaves-");
  }

  /** All the sites of the case, ignored ones too; several tests look at each. */
  List<Mutant> mutants() {
    return PLANNED.computeIfAbsent(this, OperatorCase::plan);
  }

  private List<Mutant> plan() {
    List<PythonModule> modules = new ArrayList<>();
    files("before").forEach((path, bytes) -> modules.add(parsed(Path.of(path), bytes)));
    return new Planner(List.of(operator))
        .plan(
            Program.of(modules, List.of(Path.of(""))),
            modules.stream().filter(module -> !isTest(module.path())).toList(),
            options(),
            Selection.ALL);
  }

  /** In a tree, tests are what they are called; nothing is planted in them. */
  private static boolean isTest(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith("test_") || name.equals("conftest.py") || path.startsWith("tests");
  }

  private PlanningOptions options() {
    boolean awaitables = Files.exists(folder.resolve("awaitables"));
    PlanningOptions options = new PlanningOptions(awaitables, RUNS_ON);
    Path cascade = folder.resolve("cascade");
    if (Files.exists(cascade)) {
      options = options.withCascade(Integer.parseInt(text(cascade).strip()));
    }
    Path oldest = folder.resolve("supports-python");
    if (Files.exists(oldest)) {
      options = options.withOldestPython(Integer.parseInt(text(oldest).strip().substring(2)));
    }
    Path model = folder.resolve("model");
    return Files.exists(model)
        ? options.withModel(ModelStyle.valueOf(text(model).strip().toUpperCase(Locale.ROOT)))
        : options;
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** The files that the case starts from, or that its n-th mutant leaves; their bytes by path. */
  SortedMap<String, byte[]> files(String stem) {
    Path tree = folder.resolve(stem);
    Path file = folder.resolve(stem + ".py");
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(tree)) {
      paths(tree).forEach(path -> files.put(PathText.of(tree.relativize(path)), bytes(path)));
    } else {
      assertThat(file).as("%s has no %s", folder, stem).exists();
      files.put("before.py", bytes(file));
    }
    return files;
  }

  /** The whole tree as the n-th mutant must leave it: what did not change need not be given. */
  SortedMap<String, byte[]> expected(int n) {
    SortedMap<String, byte[]> files = files("before");
    files.putAll(files("after-" + n));
    return files;
  }

  /** How many mutants the case expects: {@code after-1} and so on. */
  int count() {
    int count = 0;
    while (Files.exists(folder.resolve("after-" + (count + 1) + ".py"))
        || Files.exists(folder.resolve("after-" + (count + 1)))) {
      count++;
    }
    return count;
  }

  /** The lines {@code path:line:column reason} of the sites where nothing is planted. */
  List<String> ignored() {
    return Files.exists(ignoredFile())
        ? new String(bytes(ignoredFile()), StandardCharsets.UTF_8).lines().toList()
        : List.of();
  }

  /** Writes down what the operator leaves, each time the files that it changed. */
  void acceptAfters(List<Mutant> planted) {
    try {
      for (int i = 1; i <= Math.max(planted.size(), count()); i++) {
        try (Stream<Path> old = Files.walk(folder.resolve("after-" + i))) {
          for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        } catch (NoSuchFileException e) {
          Files.deleteIfExists(folder.resolve("after-" + i + ".py"));
        }
      }
      for (int i = 1; i <= planted.size(); i++) {
        for (SourceFile file : planted.get(i - 1).mutation().orElseThrow().mutated().values()) {
          Path path =
              Files.isDirectory(folder.resolve("before"))
                  ? folder.resolve("after-" + i).resolve(file.path())
                  : folder.resolve("after-" + i + ".py");
          Files.createDirectories(path.getParent());
          Files.write(path, file.bytes());
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The lines {@code id name} of the tests that mutants leave behind. */
  List<String> untouched() {
    Path file = folder.resolve("untouched.txt");
    return Files.exists(file) ? text(file).lines().toList() : List.of();
  }

  /** Writes down what the operator says, for a person to review as a diff. */
  void acceptIgnored(List<String> lines) {
    accept(ignoredFile(), lines);
  }

  void acceptUntouched(List<String> lines) {
    accept(folder.resolve("untouched.txt"), lines);
  }

  private static void accept(Path file, List<String> lines) {
    try {
      Files.deleteIfExists(file);
      if (!lines.isEmpty()) {
        Files.write(file, lines);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path ignoredFile() {
    return folder.resolve("ignored.txt");
  }

  /** The 3.x that the case needs to compile. */
  int neededMinor() {
    Path file = folder.resolve("needs-python");
    return Files.exists(file)
        ? Integer.parseInt(new String(bytes(file), StandardCharsets.UTF_8).strip().substring(2))
        : 9;
  }

  /** The whole tree as a mutant leaves it; bytes by path. */
  SortedMap<String, byte[]> after(Mutant mutant) {
    SortedMap<String, byte[]> files = files("before");
    mutant
        .mutation()
        .orElseThrow()
        .mutated()
        .forEach((path, file) -> files.put(PathText.of(path), file.bytes()));
    return files;
  }

  private static PythonModule parsed(Path path, byte[] bytes) {
    ParseResult result = PythonParser.parse(path, bytes);
    assertThat(result).as("%s", path).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).module();
  }

  private static Stream<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new AssertionError("There is no folder " + parent + " with the operator's cases.", e);
    }
  }

  private static List<Path> paths(Path tree) {
    try (Stream<Path> paths = Files.walk(tree)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
