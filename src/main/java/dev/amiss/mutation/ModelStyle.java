package dev.amiss.mutation;

/** What dict-to-model makes of a dict. */
public enum ModelStyle {
  /** A pydantic model where the code under test imports pydantic, else a plain one. */
  AUTO,
  /** A pydantic {@code BaseModel}. */
  PYDANTIC,
  /** A class of the standard library's making. */
  PLAIN
}
