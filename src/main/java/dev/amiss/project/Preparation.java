package dev.amiss.project;

import dev.amiss.UserException;
import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import dev.amiss.process.Tail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;

/**
 * Makes a virtual environment in which a project's tests can run, from what the project declares.
 *
 * <p>Nothing is written into the project but below its {@code .amiss}. The project's own package is
 * built from a copy, see {@link TreeInstallation}.
 */
public final class Preparation {

  private static final int TAIL_LINES = 15;

  private final Path root;
  private final Declaration declaration;
  private final PythonChoice choice;
  private final Map<String, String> variables;
  private final Processes processes;
  private final Consumer<String> progress;
  private final AmissFolder folder;
  private final PreparedEnvironment environment;

  private Preparation(
      Path root,
      Settings settings,
      Map<String, String> variables,
      Processes processes,
      Consumer<String> progress) {
    this.root = root;
    this.declaration = Declaration.of(root);
    this.choice = PythonChoice.toPrepareWith(root, settings, variables);
    this.variables = variables;
    this.processes = processes;
    this.progress = progress;
    this.folder = AmissFolder.of(root);
    this.environment = PreparedEnvironment.of(root);
  }

  /**
   * Makes the environment, if it is not there already and up to date.
   *
   * @param root the project's root, absolute and without links
   * @param settings of which {@code python} says what the environment is made with
   * @param variables of amiss's own process
   * @param progress takes a line whenever something begins or ends
   * @return the Python in it
   * @throws UserException if it cannot be made; the message holds the end of the log
   */
  public static PythonEnvironment prepare(
      Path root,
      Settings settings,
      Map<String, String> variables,
      Processes processes,
      Consumer<String> progress)
      throws InterruptedException {
    try {
      new Preparation(root, settings, variables, processes, progress).prepare();
    } catch (IOException e) {
      throw new UncheckedIOException("could not prepare an environment in " + root, e);
    }
    return PythonEnvironment.prepared(root, processes);
  }

  private void prepare() throws IOException, InterruptedException {
    String key = Files.exists(choice.program()) ? declaration.key(choice.program()) : "";
    if (environment.isFinished() && environment.key().equals(Optional.of(key))) {
      progress.accept("The environment in .amiss/venv is up to date.");
      return;
    }
    PythonFacts facts = PythonFacts.probe(root, choice, processes);
    new PythonAdvice(root, choice).runnable(facts);
    folder.create();
    environment.begin();
    FileUtils.deleteDirectory(environment.folder().toFile());
    try (TemporaryFolder work = TemporaryFolder.create()) {
      make(facts, work.path());
    }
    environment.finish(key);
    progress.accept("The environment in .amiss/venv is ready.");
  }

  private void make(PythonFacts facts, Path work) throws IOException, InterruptedException {
    Installer installer = installer(Files.createDirectory(work.resolve("empty")));
    progress.accept(
        "Making a virtual environment with Python %s (%s), using %s"
            .formatted(facts.version(), choice.why(), installer.name()));
    require(
        installer.makeEnvironment(facts.executable(), environment.folder()),
        "The virtual environment could not be made");
    Path python =
        environment
            .python()
            .orElseThrow(() -> new IOException("there is no Python in " + environment.folder()));

    Path copy = work.resolve("copy").resolve(String.valueOf(root.getFileName()));
    ProjectCopy.make(root, copy);
    Optional<BuiltWheel> wheel = build(installer, python, copy, work);
    Requirements requirements = Requirements.of(declaration, copy, wheel);
    progress.accept(
        requirements.sources().isEmpty()
            ? "Installing pytest and what the project needs; it names nothing for its tests"
                + " (no extra, group or requirements file called test, tests, testing or dev)"
            : "Installing for " + String.join(", ", requirements.sources()));
    Path list = Files.write(work.resolve("requirements.txt"), requirements.lines());
    require(installer.install(python, list), "What the tests need could not be installed");
    if (wheel.isPresent()) {
      redirect(wheel.get());
    } else if (declaration.mayBeBuilt()) {
      addRoots();
    }
  }

  /** The project's own wheel; empty if it is no package. */
  private Optional<BuiltWheel> build(Installer installer, Path python, Path copy, Path work)
      throws IOException, InterruptedException {
    if (!declaration.mayBeBuilt()) {
      return Optional.empty();
    }
    progress.accept("Building the project's metadata from a copy");
    Path wheels = Files.createDirectory(work.resolve("wheels"));
    Command command = installer.buildWheel(python, copy, wheels);
    if (!CopiedHistory.add(root, copy, work, processes)) {
      command = CopiedHistory.withoutVersion(command);
    }
    Completion completion = run(command);
    if (completion.isSuccess()) {
      return Optional.of(BuiltWheel.in(wheels));
    }
    if (!declaration.saysWhatItNeeds()) {
      throw failed("The project could not be built", completion);
    }
    progress.accept(
        "The project could not be built, and is not installed: only what it needs. The build's end:");
    Tail.of(log(), TAIL_LINES).lines().forEach(line -> progress.accept("  " + line.strip()));
    return Optional.empty();
  }

  private void redirect(BuiltWheel wheel) throws IOException {
    Set<Path> roots = TreeInstallation.redirect(root, environment, wheel);
    if (roots.isEmpty()) {
      progress.accept(
          "No module of the built package was found in the tree, so the installed ones are used");
    }
    int generated = environment.generated().size();
    if (generated > 0) {
      progress.accept(
          "The build made %d %s that the tree does not hold; copies of the tree are given %s"
              .formatted(
                  generated, generated == 1 ? "file" : "files", generated == 1 ? "it" : "them"));
    }
  }

  /** For a project that asked for a package and is none: its modules can be imported still. */
  private void addRoots() throws IOException {
    List<Path> roots =
        ImportRoots.find(root, List.of(), List.of()).stream()
            .map(path -> root.resolve(path).normalize())
            .toList();
    TreeInstallation.addPaths(environment, "roots", roots);
  }

  private Installer installer(Path emptyFolder) {
    return PythonChoice.find("uv", variables)
        .<Installer>map(uv -> new Uv(uv, root))
        .orElseGet(() -> new Pip(emptyFolder));
  }

  private void require(Command command, String failure) throws InterruptedException {
    Completion completion = run(command);
    if (!completion.isSuccess()) {
      throw failed(failure, completion);
    }
  }

  private Completion run(Command command) throws InterruptedException {
    try {
      return processes.run(command, log());
    } catch (CannotStart e) {
      throw UserException.notTestable(
          String.valueOf(e.getMessage()), "Name another Python with --python PATH.");
    }
  }

  private UserException failed(String failure, Completion completion) {
    return UserException.notTestable(
        "%s; the program %s:%n%s"
            .formatted(failure, completion.description(), Tail.of(log(), TAIL_LINES)),
        "The whole log is %s. Mend what it names and run amiss again, or make an environment"
                .formatted(log())
            + " yourself and name it with --python PATH.");
  }

  private Path log() {
    return folder.path().resolve("prepare.log");
  }
}
