package dev.amiss.mutation.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.amiss.mutation.Plans;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwaitRemovalTest {

  private static final String FUNCTION = "async def f():\n    ";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          await f()                         | f()
          await    f()                      | f()
          await(f())                        | (f())
          await(f)()                        | (f)()
          x=await(y)                        | x=(y)
          x=await[y][0]                     | x=[y][0]
          x = await{1: y}[1]                | x = {1: y}[1]
          x = await"a"                      | x = "a"
          x = await...                      | x = ...
          x = await.5                       | x = .5
          return await(x)                   | return (x)
          return(await x)                   | return(x)
          return await x, *await y          | return x, *y
          yield await x                     | yield x
          not await f()                     | not f()
          x = not(await f())                | x = not(f())
          x = -await a ** await b           | x = -a ** b
          x = await a ** -await b           | x = a ** -b
          x = a if await b else c           | x = a if b else c
          x = 1if await b else 2            | x = 1if b else 2
          x = (await f()).y[0](1)           | x = (f()).y[0](1)
          (await f()).x = 1                 | (f()).x = 1
          (await f())[0]: int = 1           | (f())[0]: int = 1
          f(await x, *await y, k=await z)   | f(x, *y, k=z)
          f(**await x)                      | f(**x)
          f(await(x for x in y))            | f((x for x in y))
          x = a[await b:await c]            | x = a[b:c]
          x = {await a: await b, **await c} | x = {a: b, **c}
          x = {await {1: 2}[1]}             | x = { {1: 2}[1]}
          lambda: await x                   | lambda: x
          lambda:await x                    | lambda:x
          raise await a from await b        | raise a from b
          assert await a, await b           | assert a, b
          del (await a).b                   | del (a).b
          a; await b; c                     | a; b; c
          await match(x)                    | match(x)
          await type[0]                     | type[0]
          await case.x()                    | case.x()
          await (yield)                     | (yield)
          await (x := f())                  | (x := f())
          await (a and b) and c             | (a and b) and c
          x = await (a + b) + c             | x = (a + b) + c
          await (await f())                 | (f())
          if await(x): await(y)             | if (x): (y)
          with await x as y, await(z): pass | with x as y, (z): pass
          async for i in await x: pass      | async for i in x: pass
          x = [i async for i in await(y)]   | x = [i async for i in (y)]
          x = a<await b                     | x = a<b
          x = a@await b                     | x = a@b
          (yield)+await b                   | (yield)+b
          """)
  void leaves_the_operand_where_the_await_stood(String before, String after) {
    assertThat(withoutAwaits(FUNCTION + before + "\n")).isEqualTo(FUNCTION + after + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          f'{await x}'                      | f'{x}'
          f'{await(x)!r:>{await w}}'        | f'{(x)!r:>{w}}'
          f'{await x = }'                   | f'{x = }'
          f'{{{await x}}}'                  | f'{{{x}}}'
          f'{await {1: x}[1]()}'            | f'{ {1: x}[1]()}'
          f'{await{1: x}[1]()}'             | f'{ {1: x}[1]()}'
          f'{ await {1: x}[1]()}'           | f'{ {1: x}[1]()}'
          f'{a:{await {1: x}[1]}}'          | f'{a:{ {1: x}[1]}}'
          f'{await {x for x in y}.pop()}'   | f'{ {x for x in y}.pop()}'
          f"{f'{await x}'}{await y['k']}"   | f"{f'{x}'}{y['k']}"
          f'{await f("#")}' # await         | f'{f("#")}' # await
          f'é😀{await x}'                   | f'é😀{x}'
          """)
  void keeps_formatted_strings_formatted(String before, String after) {
    assertThat(withoutAwaits(FUNCTION + before + "\n")).isEqualTo(FUNCTION + after + "\n");
  }

  @Test
  void takes_a_backslash_and_a_line_end_for_blanks() {
    assertThat(withoutAwaits("async def f():\n    await \\\n        g()\n"))
        .isEqualTo("async def f():\n    g()\n");
    assertThat(withoutAwaits("async def f():\r\n\tx = await\\\r\n  g()\r\n"))
        .isEqualTo("async def f():\r\n\tx = g()\r\n");
    assertThat(withoutAwaits("async def f():\n    \\\n  await g()\n"))
        .isEqualTo("async def f():\n    \\\n  g()\n");
    assertThat(withoutAwaits("async def f():\n    x = (\n        await\n\n        g()\n    )\n"))
        .isEqualTo("async def f():\n    x = (\n        g()\n    )\n");
    assertThat(withoutAwaits("async def f():\n    return f'''{\n  await\n  x}'''\n"))
        .isEqualTo("async def f():\n    return f'''{\n  x}'''\n");
  }

  @Test
  void keeps_a_comment_behind_the_await() {
    assertThat(withoutAwaits("async def f():\n    return (await  # why\n            g())\n"))
        .isEqualTo("async def f():\n    return (# why\n            g())\n");
    assertThat(withoutAwaits("async def f():\n    (\n        await  # why\n        g())\n"))
        .isEqualTo("async def f():\n    (\n        # why\n        g())\n");
    assertThat(withoutAwaits("async def f():\n    (await\n# why\n\n        g())\n"))
        .isEqualTo("async def f():\n    (# why\n\n        g())\n");
  }

  @Test
  void leaves_form_feeds_tabs_and_lone_carriage_returns_alone() {
    assertThat(withoutAwaits("\f\rasync def f():\r\tawait\fg()\r\f\tawait h()\r"))
        .isEqualTo("\f\rasync def f():\r\tg()\r\f\th()\r");
  }

  @Test
  void works_wherever_a_statement_stands() {
    assertThat(
            withoutAwaits(
                """
                @await deco
                async def f(x=await a) -> await b:
                    if x: pass
                    elif await c:
                        pass
                    else: await d; await e
                    match await g:
                        case 1 if await h: await i
                    try:
                        await j
                    except await k:
                        await l
                    class A(await m): await n
                """))
        .isEqualTo(
            """
            @deco
            async def f(x=a) -> b:
                if x: pass
                elif c:
                    pass
                else: d; e
                match g:
                    case 1 if h: i
                try:
                    j
                except k:
                    l
                class A(m): n
            """);
  }

  /** The text without any await, once each of them has been seen to go alone as meant. */
  private static String withoutAwaits(String text) {
    PythonModule module = Plans.parsed(new SourceFile(Path.of("app.py"), text));
    EditedTree tree = new EditedTree(module, new Ancestry(module.tree()));
    List<Edit> edits =
        module
            .tree()
            .all(Await.class)
            .map(
                await -> {
                  Edit edit = AwaitRemoval.of(text, await);
                  assertThatCode(() -> tree.requireDropped(await, edit)).doesNotThrowAnyException();
                  return edit;
                })
            .toList();
    return module.source().edited(edits).text();
  }
}
