package dev.amiss.lint.sonar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project as SonarPython sees it: what each file offers to the others, and what rules say.
 *
 * <p>A file is looked at again only where it changed, or where what some other file offers did;
 * SonarPython itself does the same for a pull request. Used by one thread.
 */
final class SonarProject {

  private static final String SYMBOLS = "org.sonar.python.semantic.ProjectLevelSymbolTable";
  private static final String TYPES =
      "org.sonar.python.semantic.v2.typetable.ProjectLevelTypeTable";

  private final Foreign library;
  private final Path root;
  private final SonarRules rules;
  private final Object symbols;

  /** What is known of types while every file offers what it offered at first. */
  private final Object types;

  /** What each file offered at first; nothing where it does not parse. */
  private final Map<Path, Offer> offered = new HashMap<>();

  /** What was said of files while nothing was different. */
  private final Map<Path, List<SonarIssue>> known = new HashMap<>();

  /** Files whose offer is not what it was at first. */
  private final Set<Path> stale = new HashSet<>();

  /** Reads all files, to learn what they offer. */
  SonarProject(Foreign library, Path root, SonarRules rules, Set<Path> files) throws IOException {
    this.library = library;
    this.root = root;
    this.rules = rules;
    this.symbols = requireNonNull(library.call(SYMBOLS, null, "empty"));
    for (Path file : files) {
      offered.put(file, offer(read(file)));
    }
    this.types = library.create(TYPES, symbols);
  }

  /**
   * What rules say of files.
   *
   * @param changed files that are different on the disk from what they were at first
   * @param asked files of interest besides
   */
  List<SonarIssue> issues(Set<Path> changed, Set<Path> asked) throws IOException {
    for (Path path : stale) {
      if (!changed.contains(path)) {
        offer(read(path));
      }
    }
    stale.clear();
    Map<Path, SonarFile> files = new LinkedHashMap<>();
    for (Path path : changed) {
      SonarFile file = read(path);
      files.put(path, file);
      if (!offer(file).equals(offered.getOrDefault(path, Offer.NONE))) {
        stale.add(path);
      }
    }
    boolean isSame = stale.isEmpty();
    Object typesNow = isSame ? types : library.create(TYPES, symbols);
    SonarAnalysis analysis = new SonarAnalysis(library, rules, symbols, typesNow);
    List<SonarIssue> issues = new ArrayList<>();
    files.values().forEach(file -> issues.addAll(analysis.issues(file)));
    for (Path path : asked) {
      if (!changed.contains(path)) {
        issues.addAll(isSame ? unchanged(path, analysis) : analysis.issues(read(path)));
      }
    }
    return issues;
  }

  private List<SonarIssue> unchanged(Path path, SonarAnalysis analysis) throws IOException {
    List<SonarIssue> issues = known.get(path);
    if (issues == null) {
      issues = analysis.issues(read(path));
      known.put(path, issues);
    }
    return issues;
  }

  private SonarFile read(Path path) throws IOException {
    return SonarFile.read(library, root, path);
  }

  /** Puts what a file offers in the place of what it offered before, and says what it is. */
  private Offer offer(SonarFile file) {
    library.call(SYMBOLS, symbols, "removeModule", file.folder(), file.name());
    try {
      Object tree = file.tree(library);
      library.call(SYMBOLS, symbols, "addModule", tree, file.folder(), file.python());
      Object descriptors =
          library.call(SYMBOLS, symbols, "getDescriptorsFromModule", file.module(library));
      return Offer.of(
          String.valueOf(
              library.call(
                  "org.sonar.python.index.DescriptorsToProtobuf",
                  null,
                  "toProtobufModuleDescriptor",
                  descriptors)));
    } catch (Foreign.Problem e) {
      if (e.isAboutSource()) {
        return Offer.NONE;
      }
      throw e;
    }
  }
}
