package dev.amiss.lint;

import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which files a linter looks at where a project has a say in it. A language server looks at
 * whatever is open, and at some files that its command line leaves out.
 *
 * @param isLeftOut whether the project's configuration keeps the linter from a file
 */
record OwnChoice(Predicate<Path> isLeftOut) {

  /** Every linter says of this that it does not parse. */
  private static final String FAULT = ")\n";

  /**
   * Asks the linter itself: a fault is put into every file, and where it says nothing it did not
   * look, or would not say what it saw.
   *
   * @param cold its command line over the project
   */
  static OwnChoice of(LintSession cold, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    Map<Path, SourceFile> faulty = new HashMap<>();
    place.files().forEach(file -> faulty.put(file, new SourceFile(file, FAULT)));
    Set<Path> leftOut = new HashSet<>(place.files());
    cold.findings(faulty, leftOut).forEach(finding -> leftOut.remove(finding.file()));
    return new OwnChoice(leftOut::contains);
  }

  /** The same session, which says nothing of what is left out. */
  LintSession limit(LintSession session) {
    return new Limited(session, isLeftOut);
  }

  /** What a linter says of a project that lets it look at none of its files. */
  record Nothing() implements LintSession {

    @Override
    public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files) {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private record Limited(LintSession session, Predicate<Path> isLeftOut) implements LintSession {

    @Override
    public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files)
        throws LinterFailed, IOException, InterruptedException {
      return limited(session.findings(replaced, files));
    }

    @Override
    public List<Finding> original(Map<Path, SourceFile> originals, Set<Path> files)
        throws LinterFailed, IOException, InterruptedException {
      return limited(session.original(originals, files));
    }

    private List<Finding> limited(List<Finding> findings) {
      return findings.stream().filter(finding -> !isLeftOut.test(finding.file())).toList();
    }

    @Override
    public long pid() {
      return session.pid();
    }

    @Override
    public void close() throws IOException {
      session.close();
    }
  }
}
