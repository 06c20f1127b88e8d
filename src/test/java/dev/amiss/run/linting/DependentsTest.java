package dev.amiss.run.linting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files may see a change of another. */
class DependentsTest {

  private final List<PythonModule> modules = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import pack",
        "import pack.inner",
        "import pack.inner.deep",
        "from pack import f",
        "from pack import *",
        "def g():\n    import pack.inner",
      })
  void a_package_is_seen_by_what_imports_it_or_what_lies_in_it(String statement) {
    file("pack/__init__.py", "def f():\n    return 1\n");
    file("pack/inner/__init__.py", "");
    file("pack/inner/deep.py", "");
    file("main.py", statement + "\n");

    assertThat(dependents("pack/__init__.py")).containsExactly("main.py");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"import pack.inner as inner", "from pack.inner import deep", "import other"})
  void it_is_not_where_nothing_names_it(String statement) {
    file("other.py", "");
    file("pack/__init__.py", "");
    file("pack/inner/__init__.py", "");
    file("pack/inner/deep.py", "");
    file("main.py", statement + "\n");

    assertThat(dependents("pack/__init__.py")).isEmpty();
  }

  @Test
  void others_see_it_through_those_that_import_it() {
    file("one.py", "");
    file("pack/__init__.py", "from one import *\n");
    file("pack/two.py", "from . import x\n");
    file("three.py", "from pack import two\n");

    assertThat(dependents("one.py")).containsExactly("pack/__init__.py", "pack/two.py", "three.py");
  }

  private void file(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (PythonParser.parse(Path.of(path), bytes) instanceof ParseResult.Parsed parsed) {
      modules.add(parsed.module());
    }
  }

  private Stream<String> dependents(String changed) {
    Program program = Program.of(modules, List.of(Path.of("")));
    return Dependents.of(program, modules).of(Set.of(Path.of(changed))).stream()
        .map(Path::toString)
        .sorted();
  }
}
