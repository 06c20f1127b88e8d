package dev.amiss.lint;

import java.io.IOException;

/**
 * A linter whose server looks at whatever is open, and so at files too that a project's
 * configuration keeps its command line from.
 */
interface Served extends Linter {

  /** Starts its server, which may say something of every file. */
  LintSession server(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException;

  /**
   * Its server, which says what the command line would say: of all files but in {@code PROJECT}.
   */
  @Override
  default LintSession open(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    if (profile != Profile.PROJECT) {
      return server(installation, profile, place);
    }
    OwnChoice choice;
    try (LintSession cold = cold(installation, profile, place)) {
      choice = OwnChoice.of(cold, place);
    }
    return choice.limit(server(installation, profile, place));
  }
}
