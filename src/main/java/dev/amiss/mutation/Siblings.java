package dev.amiss.mutation;

/**
 * How many other call sites await the same callee.
 *
 * @param file in the same file
 * @param project in the whole project, the same file included
 */
public record Siblings(int file, int project) {

  public Siblings {
    if (file < 0 || project < file) {
      throw new IllegalArgumentException("no such siblings: " + file + " of " + project);
    }
  }

  public static final Siblings NONE = new Siblings(0, 0);
}
