package dev.amiss.mutation.surgery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedTreeTest {

  private static final String SOURCE =
      """
      def one():
          return 1


      async def run():
          return one().real
      """;

  private final PythonModule module = parsed();
  private final EditedTree tree = new EditedTree(module, new Ancestry(module.tree()));
  private final FunctionDef one = module.tree().all(FunctionDef.class).findFirst().orElseThrow();
  private final Call call = module.tree().all(Call.class).findFirst().orElseThrow();
  private final Meant meant = new Meant().colouring(List.of(one), List.of(call));
  private final Edit async = Edit.insert(one.span().start(), "async ");

  @Test
  void edits_that_do_what_was_meant_are_let_through() {
    assertThatCode(() -> tree.require(meant, List.of(async, opening("(await "), closing(")"))))
        .doesNotThrowAnyException();
  }

  @Test
  void an_await_that_takes_more_than_the_call_is_refused() {
    refuses(async, opening("await "));
  }

  @Test
  void an_edit_that_was_forgotten_is_refused() {
    refuses(opening("(await "), closing(")"));
    refuses(async);
  }

  @Test
  void an_edit_that_was_not_meant_is_refused() {
    refuses(async, opening("(await "), closing(")"), Edit.insert(SOURCE.indexOf("1"), "not "));
    refuses(async, opening("(await "), closing(")"), Edit.insert(SOURCE.length(), "pass\n"));
  }

  private void refuses(Edit... edits) {
    assertThatThrownBy(() -> tree.require(meant, List.of(edits)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("app.py");
  }

  private Edit opening(String text) {
    return Edit.insert(call.span().start(), text);
  }

  private Edit closing(String text) {
    return Edit.insert(call.span().end(), text);
  }

  private static PythonModule parsed() {
    ParseResult result = PythonParser.parse(new SourceFile(Path.of("app.py"), SOURCE));
    return ((ParseResult.Parsed) result).module();
  }
}
