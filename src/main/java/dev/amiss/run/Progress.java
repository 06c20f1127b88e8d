package dev.amiss.run;

/** Hears how a run goes on. Workers call it from several threads. */
public interface Progress {

  /**
   * A new stage begins.
   *
   * @param sentence what is done now, such as {@code Running the tests without any mutation}
   */
  void phase(String sentence);

  /** Mutants are about to be tested: so many in all. */
  void started(int mutants);

  /**
   * The verdict of one more mutant is known.
   *
   * @param status as {@code results.json} words it
   */
  void judged(String id, String status);

  /** Something the user should know, whatever the stage. */
  void note(String sentence);
}
