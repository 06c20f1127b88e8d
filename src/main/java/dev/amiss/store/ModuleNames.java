package dev.amiss.store;

import java.nio.file.Path;
import java.util.Set;

/** What a file is called by those that import it, without the packages around it. */
final class ModuleNames {

  private ModuleNames() {}

  /** The stem; for an {@code __init__.py} its folder's name. */
  static Set<String> of(Path file) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.getParent();
    if (name.equals("__init__.py") && folder != null) {
      return Set.of(String.valueOf(folder.getFileName()));
    }
    return Set.of(name.replaceFirst("\\.py$", ""));
  }
}
