package dev.amiss.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AncestryTest {

  private final PythonModule module =
      ((ParseResult.Parsed)
              PythonParser.parse(
                  new SourceFile(Path.of("m.py"), "def f():\n  return a + a\n\nb\n")))
          .module();
  private final Ancestry ancestry = new Ancestry(module.tree());

  @Test
  void a_walk_reaches_every_node_before_its_children_in_source_order() {
    List<String> kinds =
        module.tree().descendants().map(node -> node.getClass().getSimpleName()).toList();
    assertThat(kinds)
        .containsExactly(
            "Module",
            "FunctionDef",
            "Name",
            "Return",
            "Arithmetic",
            "Name",
            "Name",
            "ExpressionStatement",
            "Name");
  }

  @Test
  void ancestors_come_from_the_nearest_outwards() {
    Node sum = module.tree().all(Expression.Arithmetic.class).findFirst().orElseThrow();
    assertThat(ancestry.ancestors(sum))
        .extracting(node -> node.getClass().getSimpleName())
        .containsExactly("Return", "FunctionDef", "Module");
  }

  @Test
  void the_root_has_no_parent() {
    assertThat(ancestry.parent(module.tree())).isEmpty();
  }
}
