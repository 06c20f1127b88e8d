package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decides how tests end.
 *
 * @param text pytest's configuration, Python and its packages, the settings that matter: two runs
 *     with the same text can be compared
 * @param files all files of the project, relative to its root, with a digest of what they hold;
 *     without those that git ignores
 */
public record Surroundings(String text, SortedMap<Path, String> files) {

  /** Above this a file is known by its size and time. */
  private static final long BIG = 4L << 20;

  /** Tables of {@code pyproject.toml} that no test runs by. */
  private static final Set<String> OTHER_TOOLS =
      Set.of(
          "amiss",
          "ruff",
          "black",
          "isort",
          "mypy",
          "pyright",
          "basedpyright",
          "pylint",
          "flake8",
          "codespell",
          "bandit",
          "pydocstyle",
          "towncrier",
          "cibuildwheel",
          "tox",
          "nox");

  public Surroundings {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Looks around a project.
   *
   * @param variables those of amiss's own process, which the tests inherit
   */
  public static Surroundings of(
      Project project,
      Settings settings,
      PythonEnvironment python,
      Map<String, String> variables,
      Processes processes)
      throws InterruptedException {
    List<String> lines = new ArrayList<>();
    lines.add(python.implementation() + " " + python.version() + " pytest " + python.pytest());
    lines.add(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    lines.addAll(python.packages());
    new TreeMap<>(variables)
        .forEach(
            (name, value) -> {
              if (name.startsWith("PYTHON") || name.startsWith("PYTEST")) {
                lines.add(name + "=" + value);
              }
            });
    lines.add(settings.testing().pytestArguments().toString());
    lines.add(settings.testing().isolation().toString());
    lines.add(settings.limits().toString());
    lines.add(configuration(project));
    return new Surroundings(String.join("\n", lines), files(project.root(), processes));
  }

  private static String configuration(Project project) {
    StringBuilder text = new StringBuilder();
    project
        .pytest()
        .file()
        .filter(file -> !file.endsWith("pyproject.toml"))
        .ifPresent(file -> text.append(file.getFileName()).append(digest(file)));
    return text.append(pyproject(project.root().resolve("pyproject.toml"))).toString();
  }

  /** Whatever a plugin may read there. */
  private static String pyproject(Path file) {
    JsonNode document = Toml.read(file).document().deepCopy();
    if (document.path("tool") instanceof ObjectNode tools) {
      tools.remove(OTHER_TOOLS);
    }
    return document.toString();
  }

  private static SortedMap<Path, String> files(Path root, Processes processes)
      throws InterruptedException {
    FileTree tree = FileTree.walk(root);
    List<Path> all = new ArrayList<>(tree.otherFiles());
    all.addAll(tree.pythonFiles());
    Set<Path> ignored = GitIgnore.of(root, all, processes).ignored();
    SortedMap<Path, String> files = new TreeMap<>();
    for (Path file : all) {
      if (!ignored.contains(file)) {
        files.put(file, digest(root.resolve(file)));
      }
    }
    return files;
  }

  private static String digest(Path file) {
    try {
      if (Files.size(file) > BIG) {
        return Files.size(file) + " " + Files.getLastModifiedTime(file);
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
