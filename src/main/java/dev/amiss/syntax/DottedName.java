package dev.amiss.syntax;

/** Names with dots in them: {@code os.path}. */
public final class DottedName {

  private DottedName() {}

  /** What stands before the first dot; all of it where there is none. */
  public static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
