package dev.amiss.run;

import dev.amiss.TestPython;
import dev.amiss.process.Processes;
import dev.amiss.project.GivenSettings;
import dev.amiss.project.Project;
import dev.amiss.project.PythonEnvironment;
import dev.amiss.project.Settings;
import dev.amiss.project.Surroundings;
import dev.amiss.pytest.Suite;
import dev.amiss.result.MutantResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A project written for one test, and the main job done on it. */
final class TinyProject {

  private final Path root;
  private final Path python;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> judged = ConcurrentHashMap.newKeySet();
  private Optional<List<String>> packages = Optional.empty();

  TinyProject(Path root) {
    this(root, TestPython.lean());
  }

  TinyProject(Path root, Path python) {
    this.root = root;
    this.python = python;
  }

  TinyProject with(String path, String... lines) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
    return this;
  }

  /**
   * From now on verdicts are kept, and those of the run before are used.
   *
   * @param installed the folders that say which packages are installed
   */
  TinyProject keeping(List<String> installed) {
    packages = Optional.of(installed);
    return this;
  }

  /** Ids of the mutants that the last run judged itself. */
  Set<String> judged() {
    return judged;
  }

  /**
   * What becomes of each mutant, by its line: {@code app.py:3 killed}. Several on a line add up.
   */
  Map<String, String> verdicts(String... settings) throws IOException, InterruptedException {
    Map<String, String> verdicts = new TreeMap<>();
    for (MutantResult result : run(settings).results()) {
      String line = result.mutant().file() + ":" + result.mutant().start().line();
      verdicts.merge(line, result.status().label(), (one, other) -> one + ", " + other);
    }
    return verdicts;
  }

  /**
   * The main job with settings as a {@code [tool.amiss]} has them: {@code isolation = "cold"}. With
   * drop-await alone where they name no operator, and patience where they name no deadline.
   */
  Run.Outcome run(String... given) throws IOException, InterruptedException {
    Path config = Files.createTempFile("amiss", ".toml");
    List<String> lines = new ArrayList<>(List.of("[tool.amiss]"));
    lines.addAll(List.of(given));
    if (!names("operator", given)) {
      lines.add("operator = [\"drop-await\"]");
    }
    if (!names("timeout-floor", given)) {
      lines.add("timeout-floor = 60"); // The machine may be busy with other tests.
    }
    Files.write(config, lines);
    try (Processes processes = new Processes()) {
      Settings settings =
          Settings.load(root, Optional.of(config), GivenSettings.onCommandLine(root));
      Project project = Project.discover(root, settings, processes);
      Plan plan = Plan.of(project, settings);
      Suite suite = new Suite(project.root(), python, settings.testing().pytestArguments());
      judged.clear();
      return new Run(plan, settings, suite, processes, new Notes(), place(project, settings))
          .perform();
    } finally {
      Files.delete(config);
    }
  }

  private static boolean names(String key, String... settings) {
    return Arrays.stream(settings).anyMatch(setting -> setting.startsWith(key));
  }

  private Optional<Keeping.Place> place(Project project, Settings settings)
      throws InterruptedException {
    if (packages.isEmpty()) {
      return Optional.empty();
    }
    PythonEnvironment python =
        new PythonEnvironment(
            this.python,
            "the tests'",
            "3.11.7",
            "cpython",
            root,
            true,
            true,
            "8.4.2",
            List.of(),
            packages.get());
    try (Processes processes = new Processes()) {
      Surroundings surroundings = Surroundings.of(project, settings, python, Map.of(), processes);
      return Optional.of(
          new Keeping.Place(root.resolve(".amiss"), settings.testing().reuse(), surroundings));
    }
  }

  /** What the user was told besides. */
  List<String> notes() {
    return notes;
  }

  private final class Notes implements Progress {
    @Override
    public void phase(String sentence) {}

    @Override
    public void started(int mutants) {}

    @Override
    public void judged(String id, String status) {
      judged.add(id);
    }

    @Override
    public void note(String sentence) {
      notes.add(sentence);
    }
  }

  /** By the order of the mutants, for tests about one verdict. */
  static Map<String, MutantResult> byId(Run.Outcome outcome) {
    Map<String, MutantResult> results = new LinkedHashMap<>();
    outcome.results().forEach(result -> results.put(result.mutant().id(), result));
    return results;
  }
}
