package dev.amiss.run.linting;

import static java.util.Objects.requireNonNull;

import dev.amiss.lint.Change;
import dev.amiss.lint.Finding;
import dev.amiss.mutation.Mutation;
import dev.amiss.source.Edit;
import dev.amiss.source.LineMap;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mutation as a linter is asked about it.
 *
 * @param change the files before and after
 * @param touched the lines of each changed file that the patch touches, with the rest of the
 *     statements they belong to
 */
record LintedMutation(Change change, Map<Path, Set<Integer>> touched) {

  static LintedMutation of(Mutation mutation, Set<Path> dependents, Statements statements) {
    Map<Path, LineMap> maps = new HashMap<>();
    Map<Path, Set<Integer>> touched = new HashMap<>();
    mutation
        .edits()
        .forEach(
            (path, edits) -> {
              SourceFile original = requireNonNull(mutation.originals().get(path));
              LineMap map = LineMap.of(original, edits);
              maps.put(path, map);
              touched.put(path, touched(original, edits, map, statements));
            });
    return new LintedMutation(
        new Change(
            mutation.originals(),
            mutation.mutated(),
            maps,
            dependents,
            statements.areLocal(mutation)),
        touched);
  }

  /** Whether a finding stands where the defect is. */
  boolean isAtDefect(Finding finding) {
    Set<Integer> lines = touched.get(finding.file());
    return lines != null && lines.contains(finding.line());
  }

  private static Set<Integer> touched(
      SourceFile original, List<Edit> edits, LineMap map, Statements statements) {
    Set<Integer> lines = new HashSet<>(map.touched());
    Set<Integer> ofStatements = statements.linesTouched(original, edits);
    for (int line = 1; line <= map.count(); line++) {
      if (ofStatements.contains(map.original(line))) {
        lines.add(line);
      }
    }
    return lines;
  }
}
