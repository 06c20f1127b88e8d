package dev.amiss.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A linter or type checker that amiss knows how to ask. */
public interface Linter {

  /** Its name in options, settings and reports. */
  String name();

  /** What to install for it, with versions; empty where amiss cannot fetch it. */
  List<String> requirements();

  /** From where {@link #requirements} are fetched. */
  default Registry registry() {
    return Registry.PYPI;
  }

  /** What a user has to know of its licence before it is fetched; empty for open source. */
  default Optional<String> terms() {
    return Optional.empty();
  }

  /** The installation of it, in the first place where there is one. */
  Optional<Installation> find(Toolbox toolbox) throws InterruptedException;

  /** Whether a project configures it, so that what it says there is what the project sees. */
  boolean isConfigured(Path root) throws IOException;

  /** Whether it can be set up so. */
  default boolean has(Profile profile) {
    return true;
  }

  /** What it sees of the other files of the project when it looks at one. */
  default Sight sight() {
    return Sight.EVERYTHING;
  }

  /**
   * Whether a rule of it can fire at a defect.
   *
   * @param listed the rules of this linter that operators list
   */
  default boolean isListed(String rule, Set<String> listed) {
    return listed.contains(rule);
  }

  /** Starts it, ready to be asked many times. */
  LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException;

  /** Its command line, started anew for each question: what everything faster is checked by. */
  LintSession cold(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException;
}
