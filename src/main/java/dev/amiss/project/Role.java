package dev.amiss.project;

/** What a Python file of a project is to amiss. */
public enum Role {
  /** Code under test: mutated. */
  CODE,
  /** Tests and what only they use: read, never mutated. */
  TEST,
  /** Neither: build and tooling, examples, what git ignores. */
  LEFT_OUT
}
