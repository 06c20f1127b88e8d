package dev.amiss.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be installed for a project's tests.
 *
 * @param lines one requirement each
 * @param sources which extras, groups and files they come from, in words; empty if the project
 *     names none for its tests
 */
record Requirements(List<String> lines, List<String> sources) {

  Requirements {
    lines = List.copyOf(lines);
    sources = List.copyOf(sources);
  }

  /**
   * Reads the declaration. A plain {@code requirements.txt} counts for a project that is no
   * package, and for one that names nothing for its tests: many keep all they need there.
   *
   * @param copy a copy of the project, to install its folders from
   * @param wheel the project itself, if it is a package
   */
  static Requirements of(Declaration declaration, Path copy, Optional<BuiltWheel> wheel) {
    Gathering gathering = new Gathering(declaration, copy);
    gathering.extras(wheel);
    gathering.groups();
    RequirementsFile.forTests(declaration.root()).forEach(gathering::file);
    gathering.plainFile(wheel.isPresent());
    gathering.project(wheel);
    return new Requirements(
        gathering.lines.stream().distinct().toList(), List.copyOf(gathering.sources));
  }

  /** What has been found so far. */
  private static final class Gathering {

    private final Declaration declaration;
    private final Path copy;
    private final List<String> lines = new ArrayList<>(List.of("pytest"));
    private final List<String> sources = new ArrayList<>();
    private final Set<String> extras = new LinkedHashSet<>();

    Gathering(Declaration declaration, Path copy) {
      this.declaration = declaration;
      this.copy = copy;
    }

    void extras(Optional<BuiltWheel> wheel) {
      wheel.map(BuiltWheel::extras).orElseGet(() -> declaration.extras().toList()).stream()
          .filter(RequirementNames::isForTests)
          .forEach(extras::add);
      extras.forEach(extra -> sources.add("extra " + extra));
    }

    void groups() {
      DependencyGroups.forTests(declaration.pyproject())
          .forEach(
              (group, requirements) -> {
                sources.add(group);
                lines.addAll(requirements);
              });
    }

    void file(Path file) {
      add(file, Slashes.of(declaration.root().relativize(file)));
    }

    void plainFile(boolean isPackage) {
      Path plain = declaration.root().resolve("requirements.txt");
      if (Files.isRegularFile(plain) && (!isPackage || sources.isEmpty())) {
        String source = "requirements.txt";
        String why = ", as nothing is named test, tests, testing or dev";
        add(plain, sources.isEmpty() ? source + why : source);
      }
    }

    /** The project itself, or what its metadata would have said, read from where it is declared. */
    void project(Optional<BuiltWheel> wheel) {
      if (wheel.isEmpty()) {
        lines.addAll(declaration.dependencies());
        extras.forEach(extra -> lines.addAll(declaration.extra(extra)));
        return;
      }
      String list = extras.isEmpty() ? "" : "[" + String.join(",", extras) + "]";
      lines.add(wheel.get().name() + list + " @ " + wheel.get().file().toUri());
    }

    private void add(Path file, String source) {
      RequirementsFile requirements = RequirementsFile.read(file, declaration.root(), copy);
      sources.add(source);
      lines.addAll(requirements.lines());
      extras.addAll(requirements.extras());
    }
  }
}
