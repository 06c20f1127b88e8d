package dev.amiss.run.linting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which edits show in no other file, to whoever goes by what that declares. */
class LocalCodeTest {

  @Test
  void the_inside_of_a_function_that_says_what_it_returns_is_local() {
    assertThat(isLocal("async def f() -> int:\n    x = <await> g()\n    return 1\n")).isTrue();
  }

  @Test
  void so_is_that_of_a_method_and_of_a_function_within_one() {
    assertThat(
            isLocal(
                """
                class A:
                    async def f(self) -> int:
                        async def inner():
                            return <await> g()
                        return await inner()
                """))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def f():\n    return <await> g()\n",
        "async def f():\n    async def inner() -> int:\n        return <await> g()\n    return inner\n",
        "<async> def f() -> int:\n    return 1\n",
        "async def f(x=<g>) -> int:\n    return 1\n",
        "x = <await> g()\n",
        "class A:\n    x = <await> g()\n",
      })
  void what_stands_elsewhere_is_not(String source) {
    assertThat(isLocal(source)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.x = <await> g()",
        "x = <await> g()\n    self.x = x",
        "self.x: int = <await> g()",
        "self.x += <await> g()",
        "self.x[1] = <await> g()",
        "a, (b, self.x) = <await> g()",
        "for self.x in <await> g(): pass",
        "with <await> g() as self.x: pass",
        "y = [1 for self.x in <await> g()]",
        "global x\n    x = <await> g()",
      })
  void nor_is_a_function_that_leaves_something_behind(String body) {
    assertThat(isLocal("async def f(self) -> None:\n    " + body + "\n")).isFalse();
  }

  /** Whether the edit of what stands between the brackets is. */
  private static boolean isLocal(String marked) {
    int start = marked.indexOf('<');
    int end = marked.indexOf('>', start) - 1;
    String source = marked.replaceFirst("<(\\w+)>", "$1");
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    if (PythonParser.parse(Path.of("m.py"), bytes) instanceof ParseResult.Parsed parsed) {
      return LocalCode.contains(parsed.module().tree(), new Edit(new Span(start, end), "x"));
    }
    throw new IllegalArgumentException(source);
  }
}
