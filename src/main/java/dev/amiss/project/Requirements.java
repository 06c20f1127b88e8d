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
   * @param copy a copy of the project, to install its folders from
   * @param wheel the project itself, if it is a package
   */
  static Requirements of(Declaration declaration, Path copy, Optional<BuiltWheel> wheel) {
    List<String> lines = new ArrayList<>(List.of("pytest"));
    List<String> sources = new ArrayList<>();
    Set<String> extras = new LinkedHashSet<>();
    wheel.map(BuiltWheel::extras).orElseGet(() -> declaration.extras().toList()).stream()
        .filter(RequirementNames::isForTests)
        .forEach(extras::add);
    extras.forEach(extra -> sources.add("extra " + extra));

    DependencyGroups.forTests(declaration.pyproject())
        .forEach(
            (group, requirements) -> {
              sources.add(group);
              lines.addAll(requirements);
            });
    for (Path file : RequirementsFile.forTests(declaration.root())) {
      RequirementsFile requirements = RequirementsFile.read(file, declaration.root(), copy);
      sources.add(Slashes.of(declaration.root().relativize(file)));
      lines.addAll(requirements.lines());
      extras.addAll(requirements.extras());
    }
    if (wheel.isPresent()) {
      lines.add(installed(wheel.get(), extras));
    } else {
      lines.addAll(withoutPackage(declaration, copy, extras));
    }
    return new Requirements(lines.stream().distinct().toList(), sources);
  }

  private static String installed(BuiltWheel wheel, Set<String> extras) {
    String list = extras.isEmpty() ? "" : "[" + String.join(",", extras) + "]";
    return wheel.name() + list + " @ " + wheel.file().toUri();
  }

  /** What the wheel's metadata would have said, read from where it is declared. */
  private static List<String> withoutPackage(
      Declaration declaration, Path copy, Set<String> extras) {
    List<String> lines = new ArrayList<>(declaration.dependencies());
    extras.forEach(extra -> lines.addAll(declaration.extra(extra)));
    Path plain = declaration.root().resolve("requirements.txt");
    if (Files.isRegularFile(plain)) {
      lines.addAll(RequirementsFile.read(plain, declaration.root(), copy).lines());
    }
    return lines;
  }
}
