package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a project says about how it is built and what it needs.
 *
 * @param root the project's root, absolute
 */
record Declaration(Path root, Toml pyproject) {

  /** Part of the key: a different way of preparing makes another environment. */
  private static final String WAY = "1";

  private static final List<String> FILES =
      List.of("pyproject.toml", "setup.py", "setup.cfg", "uv.toml", ".python-version");

  static Declaration of(Path root) {
    return new Declaration(root, Toml.read(root.resolve("pyproject.toml")));
  }

  /** Whether a package can be made of it; setuptools is used where no other way is named. */
  boolean mayBeBuilt() {
    boolean isDeclared =
        pyproject.at("build-system").isObject()
            || pyproject.at("project").isObject()
            || Files.exists(root.resolve("setup.py"));
    boolean isPoetryPackage = pyproject.at("tool", "poetry", "package-mode").asBoolean(true);
    boolean isUvPackage = pyproject.at("tool", "uv", "package").asBoolean(true);
    return isDeclared && isPoetryPackage && isUvPackage;
  }

  /** Whether what it needs to run can be known without building it. */
  boolean saysWhatItNeeds() {
    boolean isDynamic =
        Toml.strings(pyproject.at("project", "dynamic")).anyMatch("dependencies"::equals);
    return (pyproject.at("project").isObject() && !isDynamic)
        || pyproject.at("tool", "poetry").isObject()
        || pyproject.at("tool", "flit", "metadata").isObject();
  }

  /** The 9 of the oldest Python, 3.9, that is supported; empty where that is not declared. */
  OptionalInt oldestPython() {
    return Stream.of(
            pyproject.string("project", "requires-python"),
            pyproject.string("tool", "poetry", "dependencies", "python"),
            pyproject.string("tool", "flit", "metadata", "requires-python"),
            IniFile.read(root.resolve("setup.cfg")).value("options", "python_requires"))
        .flatMap(Optional::stream)
        .map(OldestPython::of)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** What the project needs to run, as far as it can be known without building it. */
  List<String> dependencies() {
    List<String> all = new ArrayList<>();
    Toml.strings(pyproject.at("project", "dependencies")).forEach(all::add);
    Toml.strings(pyproject.at("tool", "flit", "metadata", "requires")).forEach(all::add);
    all.addAll(DependencyGroups.poetry(pyproject.at("tool", "poetry", "dependencies")));
    return all;
  }

  /** Whether a distribution is among what the project needs to run, by whatever spelling. */
  boolean needs(String distribution) {
    return Stream.concat(dependencies().stream(), requirements())
        .map(line -> RequirementNames.normalized(line.split("[^\\w.-]", 2)[0]))
        .anyMatch(RequirementNames.normalized(distribution)::equals);
  }

  private Stream<String> requirements() {
    Path file = root.resolve("requirements.txt");
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file).stream() : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  /** The extras for tests, as far as they can be known without building. */
  Stream<String> extras() {
    return Stream.of(
            pyproject.at("project", "optional-dependencies"),
            pyproject.at("tool", "flit", "metadata", "requires-extra"))
        .flatMap(Toml::entries)
        .map(extra -> extra.getKey())
        .filter(RequirementNames::isForTests);
  }

  /** What an extra asks for. */
  List<String> extra(String name) {
    return Stream.of(
            pyproject.at("project", "optional-dependencies", name),
            pyproject.at("tool", "flit", "metadata", "requires-extra", name))
        .flatMap(Toml::strings)
        .toList();
  }

  /** A key that changes whenever an environment made from the declaration would. */
  String key(Path python) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((WAY + "\0" + python.toRealPath() + "\0").getBytes(StandardCharsets.UTF_8));
      Stream<Path> files =
          Stream.concat(FILES.stream().map(root::resolve), RequirementsFile.all(root));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digest.update((root.relativize(file) + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("could not read what " + root + " declares", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
