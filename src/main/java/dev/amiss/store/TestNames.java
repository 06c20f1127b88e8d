package dev.amiss.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What pytest's node ids say of where a test stands. */
final class TestNames {

  private TestNames() {}

  /** {@code TestPage.test_get} of {@code tests/test_page.py::TestPage::test_get[1-a]}. */
  static String qualified(String id) {
    int start = id.indexOf("::");
    if (start < 0) {
      return "";
    }
    int parameters = id.indexOf('[', start);
    String name = id.substring(start + 2, parameters < 0 ? id.length() : parameters);
    return name.replace("::", ".");
  }

  /** The qualified names of tests, by file. */
  static Map<Path, Set<String>> byFile(Collection<String> ids) {
    Map<Path, Set<String>> byFile = new HashMap<>();
    for (String id : ids) {
      int end = id.indexOf("::");
      Path file = Path.of(end < 0 ? id : id.substring(0, end));
      byFile.computeIfAbsent(file, none -> new HashSet<>()).add(qualified(id));
    }
    return byFile;
  }
}
