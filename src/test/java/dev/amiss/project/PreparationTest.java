package dev.amiss.project;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.amiss.UserException;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real virtual environments, made without a network: the project builds itself with a backend of
 * its own, and what stands for pytest is a wheel in a folder.
 */
class PreparationTest {

  /** Builds a wheel as setuptools does: it writes into the tree that it is given. */
  private static final String[] BACKEND = {
    "import os, zipfile",
    "",
    "def build_wheel(folder, config_settings=None, metadata_directory=None):",
    "    os.makedirs('build/lib')",
    "    os.makedirs('demo.egg-info')",
    "    open('src/demo/_version.py', 'w').write('version = 1')",
    "    info = 'demo-1.0.dist-info/'",
    "    files = {",
    "        'demo/__init__.py': open('src/demo/__init__.py').read(),",
    "        'demo/_version.py': 'version = 1',",
    "        info + 'METADATA': 'Metadata-Version: 2.1\\nName: demo\\nVersion: 1.0\\n'",
    "        'Provides-Extra: test\\n',",
    "        info + 'WHEEL': 'Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\n'",
    "        'Tag: py3-none-any\\n',",
    "        info + 'entry_points.txt': '[console_scripts]\\ndemo = demo:main\\n',",
    "    }",
    "    files[info + 'RECORD'] = ''.join(name + ',,\\n' for name in files)",
    "    name = 'demo-1.0-py3-none-any.whl'",
    "    with zipfile.ZipFile(os.path.join(folder, name), 'w') as wheel:",
    "        for path, text in files.items():",
    "            wheel.writestr(path, text)",
    "    return name",
  };

  @TempDir Path folder;

  private final List<String> progress = new ArrayList<>();
  private Path root;
  private Tree project;

  @BeforeEach
  void a_project_that_builds_itself() throws Exception {
    writePytest(folder.resolve("wheels"));
    root = Files.createDirectory(folder.toRealPath().resolve("my project"));
    project =
        new Tree(root)
            .with("src/demo/__init__.py", "def main():", "    print('ran')")
            .with("backend.py", BACKEND)
            .with(
                "pyproject.toml",
                "[build-system]",
                "requires = []",
                "build-backend = 'backend'",
                "backend-path = ['.']")
            .with("requirements-test.txt", "--no-index", "--find-links ../wheels");
  }

  @Test
  void the_project_is_installed_from_its_own_tree_which_is_not_written() throws Exception {
    git("init", "--quiet");
    git("add", ".");
    git("-c", "user.name=n", "-c", "user.email=e", "commit", "--quiet", "-m", "all");
    Map<Path, String> before = snapshot();

    PythonEnvironment python = prepared();

    assertThat(snapshot()).isEqualTo(before);
    assertThat(root.resolve(".amiss/.gitignore")).hasContent("*");
    assertThat(python.executable()).isEqualTo(root.resolve(".amiss/venv/bin/python"));
    assertThat(python.pytest()).isEqualTo("8.1.0");
    assertThat(python.why()).isEqualTo("the environment that --prepare made");
    assertThat(
            said(
                python,
                "import demo, importlib.metadata as m;"
                    + "print(demo.__file__, m.version('demo'), m.entry_points()"
                    + ".select(group='console_scripts', name='demo'))"))
        .startsWith(root.resolve("src/demo/__init__.py") + " 1.0")
        .contains("demo:main");
    assertThat(root.resolve(".amiss/venv/bin/demo")).isExecutable();
    assertThat(PreparedEnvironment.of(root).generated())
        .containsOnlyKeys(Path.of("src/demo/_version.py"));
    assertThat(progress)
        .contains("Installing for extra test, requirements-test.txt")
        .contains("The environment in .amiss/venv is ready.");

    progress.clear();
    prepared();
    assertThat(progress).as("prepared again").containsExactly(upToDate());

    PreparedEnvironment.of(root).begin();
    assertThat(PreparedEnvironment.of(root).isFinished()).as("interrupted").isFalse();
  }

  @Test
  void a_change_of_the_declaration_asks_for_another_environment() throws Exception {
    Path python = Files.createFile(folder.resolve("python3"));
    String before = Declaration.of(root).key(python);
    project.with("src/demo/more.py");
    assertThat(Declaration.of(root).key(python)).isEqualTo(before);

    project.with("requirements/dev.txt", "x");

    assertThat(Declaration.of(root).key(python)).isNotEqualTo(before);
  }

  @Test
  void a_build_that_fails_shows_the_end_of_the_log_and_leaves_nothing_finished() throws Exception {
    project.with("backend.py", "raise SystemExit('no luck today')");

    assertThatThrownBy(() -> prepared())
        .asInstanceOf(type(UserException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(UserException.Kind.NOT_TESTABLE))
        .satisfies(e -> assertThat(e).hasMessageStartingWith("The project could not be built; "))
        .satisfies(
            e -> assertThat(e.advice()).contains(root.resolve(".amiss/prepare.log").toString()));
    assertThat(root.resolve(".amiss/prepare.log")).content().contains("no luck today");
    assertThat(PreparedEnvironment.of(root).isFinished()).isFalse();
  }

  @Test
  void a_python_older_than_the_project_asks_for_is_refused_before_anything_is_made()
      throws Exception {
    project.with("pyproject.toml", "[project]", "name = 'demo'", "requires-python = '>=3.99'");

    assertThatThrownBy(() -> prepared())
        .asInstanceOf(type(UserException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(UserException.Kind.NOT_TESTABLE))
        .satisfies(
            e ->
                assertThat(e)
                    .hasMessageStartingWith(
                        "The project declares that it needs Python 3.99 or newer, and "));
    assertThat(root.resolve(".amiss")).doesNotExist();
  }

  private PythonEnvironment prepared() throws InterruptedException {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    variables.put("PATH", pathWithoutUv());
    variables.remove("VIRTUAL_ENV");
    try (Processes processes = new Processes()) {
      return Preparation.prepare(root, project.settings(), variables, processes, progress::add);
    }
  }

  private static String upToDate() {
    return "The environment in .amiss/venv is up to date.";
  }

  private static String pathWithoutUv() {
    return Stream.of(System.getenv("PATH").split(":"))
        .filter(folder -> !Files.exists(Path.of(folder, "uv")))
        .reduce((a, b) -> a + ":" + b)
        .orElseThrow();
  }

  /** Everything outside {@code .amiss}: what it is called, what it holds, when it was changed. */
  private Map<Path, String> snapshot() throws IOException {
    Map<Path, String> snapshot = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(root.resolve(".amiss"))) {
          String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
          snapshot.put(file, Files.getLastModifiedTime(file) + " " + bytes);
        }
      }
    }
    return snapshot;
  }

  private String said(PythonEnvironment python, String script) throws Exception {
    return run(List.of(python.executable().toString(), "-B", "-c", script), folder);
  }

  private void git(String... arguments) throws Exception {
    run(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList(), root);
  }

  private String run(List<String> argv, Path directory) throws Exception {
    try (Processes processes = new Processes()) {
      Completion completion =
          processes.run(
              new Command(argv, directory, Duration.ofMinutes(10)), folder.resolve("run.log"));
      assertThat(completion.isSuccess()).as(completion.output()).isTrue();
      return completion.output();
    }
  }

  private static void writePytest(Path wheels) throws IOException {
    Files.createDirectories(wheels);
    Map<String, String> files =
        Map.of(
            "pytest.py", "__version__ = '8.1.0'\n",
            "pytest-8.1.0.dist-info/METADATA",
                "Metadata-Version: 2.1\nName: pytest\nVersion: 8.1.0\n",
            "pytest-8.1.0.dist-info/WHEEL",
                "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            "pytest-8.1.0.dist-info/RECORD", "");
    Path wheel = wheels.resolve("pytest-8.1.0-py3-none-any.whl");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
  }
}
