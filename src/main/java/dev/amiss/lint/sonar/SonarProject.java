package dev.amiss.lint.sonar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project as SonarPython sees it: what each file offers to the others, and what rules say.
 *
 * <p>A file is looked at again only where it changed, or where it names what some other file offers
 * differently; SonarPython itself does much the same for a pull request. Used by one thread.
 */
final class SonarProject {

  private static final String TYPES =
      "org.sonar.python.semantic.v2.typetable.ProjectLevelTypeTable";

  private final Foreign library;
  private final Path root;
  private final SonarRules rules;
  private final SonarSymbols symbols;

  /** What is known of types while every file offers what it offered at first. */
  private final Object types;

  /** What was said of files while nothing was different. */
  private final Map<Path, List<SonarIssue>> known = new HashMap<>();

  /** Reads all files, to learn what they offer. */
  SonarProject(Foreign library, Path root, SonarRules rules, Set<Path> files) throws IOException {
    this.library = library;
    this.root = root;
    this.rules = rules;
    this.symbols = new SonarSymbols(library);
    for (Path file : files) {
      symbols.add(read(file));
    }
    this.types = library.create(TYPES, symbols.table());
  }

  /**
   * What rules say of files.
   *
   * @param changed files that are different on the disk from what they were at first
   * @param asked files of interest besides
   */
  List<SonarIssue> issues(Set<Path> changed, Set<Path> asked) throws IOException {
    List<SonarFile> files = new ArrayList<>();
    for (Path path : changed) {
      files.add(read(path));
    }
    Novelty novelty = symbols.replace(files);
    Object typesNow = novelty.isNone() ? types : library.create(TYPES, symbols.table());
    SonarAnalysis analysis = new SonarAnalysis(library, rules, symbols.table(), typesNow);
    List<SonarIssue> issues = new ArrayList<>();
    files.forEach(file -> issues.addAll(analysis.issues(file)));
    Set<Path> others = new LinkedHashSet<>(asked);
    others.removeAll(changed);
    Set<Path> noticing = novelty.isNone() ? Set.of() : novelty.noticedBy(texts(others));
    for (Path path : others) {
      issues.addAll(
          noticing.contains(path)
              ? analysis.issues(read(path))
              : unchanged(path, analysis, novelty.isNone()));
    }
    return issues;
  }

  private List<SonarIssue> unchanged(Path path, SonarAnalysis analysis, boolean isSame)
      throws IOException {
    List<SonarIssue> issues = known.get(path);
    if (issues == null) {
      issues = analysis.issues(read(path));
      if (isSame) {
        known.put(path, issues);
      }
    }
    return issues;
  }

  private Map<Path, String> texts(Set<Path> paths) throws IOException {
    Map<Path, String> texts = new HashMap<>();
    for (Path path : paths) {
      texts.put(path, read(path).text());
    }
    return texts;
  }

  private SonarFile read(Path path) throws IOException {
    return SonarFile.read(library, root, path);
  }
}
