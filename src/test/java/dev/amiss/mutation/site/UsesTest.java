package dev.amiss.mutation.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Plans;
import dev.amiss.mutation.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsesTest {

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          await f()                                | DISCARDED
          (await f())                              | DISCARDED
          await f(), x                             | DISCARDED
          x and await f()                          | DISCARDED
          await f() if x else y                    | DISCARDED
          x = await f()                            | ASSIGNED
          x = y = await f()                        | ASSIGNED
          x.y = (await f())                        | ASSIGNED
          x: int = await f()                       | ASSIGNED
          x = y or await f()                       | ASSIGNED
          x = await f() if y else z                | ASSIGNED
          x = y if z else (w or await f())         | ASSIGNED
          (x := await f())                         | ASSIGNED
          x, y = await f(), z                      | ASSIGNED
          return await f()                         | RETURNED
          return x, await f()                      | RETURNED
          return x and await f()                   | RETURNED
          x = lambda: await f()                    | RETURNED
          if await f(): pass                       | TESTED
          if not await f(): raise x                | TESTED
          while await f(): pass                    | TESTED
          while x and (y or await f()): pass       | TESTED
          if (x := await f()): pass                | TESTED
          x = await f() or y                       | TESTED
          x = await f() and y                      | TESTED
          assert await f()                         | TESTED
          x = y if await f() else z                | TESTED
          x = [y for y in z if await f()]          | TESTED
          x = await f() and g() and y              | TESTED
          x = (await f()).y                        | ACCESSED
          x = (await f())[0]                       | ACCESSED
          x = (await f())()                        | ACCESSED
          (await f()).x = 1                        | ACCESSED
          (x := await f()).y                       | ACCESSED
          (await f() or x).y                       | TESTED
          (x or await f()).y                       | ACCESSED
          for x in await f(): pass                 | ITERATED
          async for x in await f(): pass           | ITERATED
          x = [y for y in await f()]               | ITERATED
          yield from await f()                     | ITERATED
          x, y = await f()                         | UNPACKED
          [x, *y] = await f()                      | UNPACKED
          x = [*await f()]                         | UNPACKED
          g(*await f())                            | UNPACKED
          g(**await f())                           | UNPACKED
          x = {**await f()}                        | UNPACKED
          g(await f())                             | PASSED
          g(x, key=await f())                      | PASSED
          g(x or await f())                        | PASSED
          await g(await f())                       | PASSED
          class A(await f()): pass                 | PASSED
          x = f'{await f()}'                       | INTERPOLATED
          x = f'{y:{await f()}}'                   | INTERPOLATED
          with await f(): pass                     | ENTERED
          async with await f() as x, y: pass       | ENTERED
          yield await f()                          | YIELDED
          x = yield y, await f()                   | YIELDED
          x = await f() == y                       | COMPARED
          if await f() is None: pass               | COMPARED
          if x in await f(): pass                  | COMPARED
          x += await f()                           | OTHER
          x = await f() + 1                        | OTHER
          x = -await f()                           | OTHER
          x = [await f(), 1]                       | OTHER
          x = [await f() for y in z]               | OTHER
          x = {'y': await f()}                     | OTHER
          x[await f()] = y                         | OTHER
          x = y[await f():]                        | OTHER
          raise await f()                          | OTHER
          assert x, await f()                      | OTHER
          """)
  void says_what_becomes_of_the_value(String statement, Use use) {
    assertThat(useIn("async def g():\n    " + statement + "\n")).isEqualTo(use);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          match await f():§        case 1: pass            | COMPARED
          match x:§        case 1 if await f(): pass       | TESTED
          if x: pass§    elif await f(): pass              | TESTED
          def h(x=await f()): pass                         | OTHER
          @await f()§    def h(): pass                     | OTHER
          try: pass§    except await f(): pass             | OTHER
          """)
  void knows_compound_statements(String statement, Use use) {
    String lines = statement.replace("§", "\n");
    assertThat(useIn("async def g():\n    " + lines + "\n")).isEqualTo(use);
  }

  /** The use of the first site that awaits {@code f()}. */
  private static Use useIn(String text) {
    return Plans.plan(text).stream()
        .filter(
            mutant ->
                text.startsWith(
                    "await f()", offset(text, mutant.start().line(), mutant.start().column())))
        .findFirst()
        .orElseThrow()
        .use()
        .orElseThrow();
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + column - 1;
  }
}
