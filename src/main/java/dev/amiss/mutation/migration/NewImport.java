package dev.amiss.mutation.migration;

/**
 * A line that a module is to begin with besides its own.
 *
 * @param module the module imported from
 * @param name what is imported from it, with commas where it is several things; empty where the module itself is imported
 */
record NewImport(String module, String name) implements Comparable<NewImport> {

  String text() {
    return name.isEmpty() ? "import " + module : "from " + module + " import " + name;
  }

  /** Sorted as isort does: {@code import a} before {@code from a import b}. */
  String key() {
    return (name.isEmpty() ? "0" : "1") + module.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public int compareTo(NewImport other) {
    return (key() + " " + name).compareTo(other.key() + " " + other.name);
  }
}
