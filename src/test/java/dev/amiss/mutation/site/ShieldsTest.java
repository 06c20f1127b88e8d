package dev.amiss.mutation.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "except:\n        pass",
        "except Exception:\n        pass",
        "except BaseException as e:\n        log(e)",
        "except (ValueError, Exception):\n        pass",
        "except ValueError:\n        raise\n    except Exception:\n        pass",
        "except builtins.Exception:\n        pass",
        "except b.Exception:\n        pass",
        "except Whatever:\n        pass",
        "except* Exception:\n        pass",
        "except Exception:\n        def later():\n            raise X\n        pass",
      })
  void a_handler_of_everything_shields(String handler) {
    assertThat(isShielded(handler)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "except ValueError:\n        pass",
        "except (ValueError, TypeError):\n        pass",
        "except Exception:\n        raise",
        "except Exception as e:\n        raise X from e",
        "except Exception:\n        if x:\n            raise\n        log()",
        "except own.Exception:\n        pass",
        "finally:\n        pass",
      })
  void a_handler_of_little_or_one_that_raises_does_not(String handler) {
    assertThat(isShielded(handler)).isFalse();
  }

  @Test
  void only_the_body_of_a_try_is_shielded() {
    assertThat(
            Plans.plan(
                """
                async def f():
                    try:
                        await a()
                    except Exception:
                        await b()
                    else:
                        await c()
                    finally:
                        await d()
                """))
        .extracting(Mutant::shield)
        .containsExactly(true, false, false, false);
  }

  @Test
  void a_try_further_out_shields_but_not_one_around_the_function() {
    assertThat(
            Plans.plan(
                """
                try:
                    async def f():
                        await a()
                        try:
                            for x in y:
                                with z:
                                    await b()
                        except Exception:
                            pass
                except Exception:
                    pass
                """))
        .extracting(Mutant::shield)
        .containsExactly(false, true);
  }

  @Test
  void suppress_shields_where_it_suppresses_everything() {
    assertThat(
            Plans.plan(
                """
                import contextlib
                from contextlib import suppress as quiet
                async def f():
                    with contextlib.suppress(Exception):
                        await a()
                    with lock, quiet(ValueError, BaseException):
                        await b()
                    with quiet(ValueError):
                        await c()
                    with suppress(Exception):
                        await d()
                """))
        .extracting(Mutant::shield)
        .containsExactly(true, true, false, false);
  }

  private static boolean isShielded(String handler) {
    return Plans.only(
            """
            import builtins
            import builtins as b
            from builtins import Exception as Whatever
            async def f():
                try:
                    await a()
                %s
            """
                .formatted(handler))
        .shield();
  }
}
