package dev.amiss.lint;

import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One linter in one profile, ready to be asked about one project again and again. */
public interface LintSession extends AutoCloseable {

  /**
   * What it says when some files are others. Of files that are not asked for it may say something
   * or nothing.
   *
   * @param replaced by path relative to the project's root; a file whose text is the original's is
   *     looked at anew, as any other is
   * @param files those of interest
   * @throws LinterFailed where it did not answer; the session can be asked again
   */
  List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException;

  /**
   * What it says of the original: all it has ever said of it, and what it says when some files are
   * looked at anew though nothing is different.
   */
  default List<Finding> original(Map<Path, SourceFile> originals, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    return findings(originals, files);
  }

  /** The number of the process that may have grown; 0 where each question has its own. */
  default long pid() {
    return 0;
  }

  @Override
  void close() throws IOException;
}
