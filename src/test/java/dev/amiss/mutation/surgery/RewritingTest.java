package dev.amiss.mutation.surgery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.mutation.Plans;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Node.Argument;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewritingTest {

  private final PythonModule module =
      Plans.parsed(
          new SourceFile(Path.of("app.py"), "async def f():\n    return (await g()).x + 1\n"));

  private final Await await = module.tree().all(Await.class).findFirst().orElseThrow();

  private static Rewriting rewriting() {
    return new Rewriting(module -> new Ancestry(module.tree()));
  }

  @Test
  void statements_are_added_between_those_of_the_module() {
    Rewriting rewriting = rewriting();
    rewriting.add(module, 0, "import x\n", "\r\n");
    rewriting.drop(module, await);

    assertThat(requireNonNull(rewriting.mutation().mutated().get(module.path())).text())
        .isEqualTo("import x\r\nasync def f():\n    return (g()).x + 1\n");
  }

  @Test
  void statements_added_at_the_end_stand_there() {
    Rewriting rewriting = rewriting();
    rewriting.add(module, module.source().text().length(), "x = 1\n", "\n");
    rewriting.drop(module, await);

    assertThat(requireNonNull(rewriting.mutation().mutated().get(module.path())).text())
        .endsWith("(g()).x + 1\nx = 1\n");
  }

  @Test
  void statements_added_inside_of_another_are_a_fault_of_ours() {
    Rewriting rewriting = rewriting();
    rewriting.add(module, module.source().text().indexOf("    return"), "x = 1\n", "\n");

    assertThatThrownBy(rewriting::mutation)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("would not be the program that was meant");
  }

  @Test
  void an_addition_that_is_no_python_is_a_fault_of_ours() {
    assertThatThrownBy(() -> rewriting().add(module, 0, "import\n", "\n"))
        .hasMessageContaining("no Python");
  }

  @Test
  void edits_that_do_what_was_meant_make_a_mutation() {
    Rewriting rewriting = rewriting();
    rewriting.replace(
        module,
        await,
        dict(),
        List.of(Edit.insert(await.span().start(), "dict("), Edit.insert(await.span().end(), ")")));

    assertThat(requireNonNull(rewriting.mutation().mutated().get(module.path())).text())
        .contains("(dict(await g())).x + 1");
  }

  @Test
  void edits_that_do_something_else_are_a_fault_of_ours() {
    Rewriting rewriting = rewriting();
    rewriting.replace(
        module,
        await,
        dict(),
        List.of(Edit.insert(await.span().start(), "list("), Edit.insert(await.span().end(), ")")));

    assertThatThrownBy(rewriting::mutation)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("would not be the program that was meant");
  }

  @Test
  void what_happens_besides_is_noticed_too() {
    Rewriting rewriting = rewriting();
    rewriting.drop(module, await);
    rewriting.replace(
        module,
        module.tree(),
        module.tree(),
        List.of(Edit.insert(module.source().text().length(), "x = 1\n")));

    assertThatThrownBy(rewriting::mutation).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_node_is_rewritten_once() {
    Rewriting rewriting = rewriting();
    rewriting.drop(module, await);

    assertThatThrownBy(() -> rewriting.drop(module, await)).hasMessageContaining("gives way twice");
  }

  @Test
  void a_copy_goes_its_own_way() {
    Rewriting rewriting = rewriting();
    Rewriting copy = rewriting.copy();
    copy.drop(module, await);
    rewriting.replace(module, await, await, List.of());

    assertThat(requireNonNull(copy.mutation().mutated().get(module.path())).text())
        .contains("(g()).x");
  }

  private Call dict() {
    Argument argument =
        new Argument(await.span(), Argument.Kind.POSITIONAL, Optional.empty(), await);
    return new Call(await.span(), new Name(await.span(), "dict"), List.of(argument));
  }
}
