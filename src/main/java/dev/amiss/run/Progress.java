package dev.amiss.run;

/** What is told of a run while it goes on. Called from several threads, one at a time. */
public interface Progress {

  /** A part of the run begins: one sentence. */
  void phase(String sentence);

  /** Mutants are about to be judged. */
  void started(int mutants);

  /** One of them was judged. */
  void judged(String id, String status);

  /** Something the user should know, though nothing is wrong: one sentence. */
  void note(String sentence);
}
