package dev.amiss.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

  private static final PythonModule STORE =
      module(
          "app/store.py",
          """
          import lib
          from typing import Protocol

          class Saver(Protocol):
              async def save(self): ...

          class Store:
              async def save(self):
                  def inner():
                      return [lambda: 1 for _ in "ab"]
                  await self.flush()
              async def flush(self): ...

          class Cached(Store):
              async def save(self):
                  await super().save()

          class Foreign(lib.Base):
              async def save(self, a): ...
          """);

  private static final PythonModule MAIN =
      module(
          "app/main.py",
          """
          import asyncio
          from app.store import Cached, Saver, Store

          async def run(saver: Saver, store: Store, cached: Cached, unknown):
              await saver.save()
              store.save()
              await asyncio.gather(cached.save())
              await unknown.save()
              callbacks = [store.save, cached.save]
              return run

          run(Cached(), None, None, None)
          """);

  private final Program program = Program.of(List.of(STORE, MAIN), List.of(Path.of("")));

  private static PythonModule module(String path, String text) {
    ParseResult result = PythonParser.parse(new SourceFile(Path.of(path), text));
    return ((ParseResult.Parsed) result).module();
  }

  private FunctionDeclaration function(String name) {
    return program
        .functions()
        .filter(function -> function.qualifiedName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Node> T first(PythonModule module, Class<T> kind, String text) {
    return module
        .tree()
        .all(kind)
        .filter(node -> module.text(node).equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(List<CallSite> sites) {
    return sites.stream()
        .map(site -> site.module().text(site.call()) + (site.isAwaited() ? " awaited" : ""))
        .toList();
  }

  @Test
  void functions_stand_in_the_order_of_modules_and_source() {
    assertThat(program.functions().map(FunctionDeclaration::qualifiedName))
        .containsExactly(
            "app.store.Saver.save",
            "app.store.Store.save",
            "app.store.Store.save.<locals>.inner",
            "app.store.Store.flush",
            "app.store.Cached.save",
            "app.store.Foreign.save",
            "app.main.run");
  }

  @Test
  void call_sites_include_those_through_protocols_and_bases() {
    assertThat(texts(program.callSites(function("app.store.Store.save"))))
        .containsExactly("super().save() awaited", "saver.save() awaited", "store.save()");
    assertThat(texts(program.callSites(function("app.store.Cached.save"))))
        .containsExactly("saver.save() awaited", "store.save()", "cached.save()");
  }

  @Test
  void calls_of_which_nothing_is_known_are_found_by_name() {
    assertThat(texts(program.undecidedCalls("save"))).containsExactly("unknown.save() awaited");
    assertThat(program.undecidedCalls("nothing")).isEmpty();
  }

  @Test
  void a_use_as_a_value_is_a_reference_and_a_call_is_none() {
    assertThat(program.references(function("app.store.Cached.save")))
        .extracting(reference -> reference.module().text(reference.expression()))
        .containsExactly("store.save", "cached.save");
    assertThat(program.references(function("app.main.run"))).hasSize(1);
  }

  @Test
  void overrides_are_known_both_ways() {
    assertThat(program.overriding(function("app.store.Store.save")))
        .containsExactly(function("app.store.Cached.save"));
    assertThat(program.overridden(function("app.store.Cached.save")))
        .containsExactly(function("app.store.Store.save"), function("app.store.Saver.save"));
    assertThat(program.isOverridden(function("app.store.Store.save"))).isTrue();
    assertThat(program.isOverridden(function("app.store.Store.flush"))).isFalse();
    assertThat(program.overriding(function("app.store.Saver.save")))
        .contains(function("app.store.Store.save"), function("app.store.Cached.save"));
  }

  @Test
  void a_base_that_is_not_seen_may_declare_the_method_too() {
    FunctionDeclaration foreign = function("app.store.Foreign.save");

    assertThat(program.overriddenOutside(foreign)).contains("lib.Base");
    assertThat(program.areBasesResolved(foreign)).isFalse();
    assertThat(program.overriddenOutside(function("app.store.Cached.save"))).isEmpty();
    assertThat(program.areBasesResolved(function("app.store.Cached.save"))).isTrue();
  }

  @Test
  void qualified_names_are_those_of_the_innermost_function_or_class() {
    Expression.Lambda lambda = first(STORE, Expression.Lambda.class, "lambda: 1");

    assertThat(program.qualifiedName(STORE, lambda)).isEqualTo("Store.save.<locals>.inner");
    assertThat(program.qualifiedName(MAIN, MAIN.tree())).isEqualTo("<module>");
    assertThat(program.qualifiedName(STORE, function("app.store.Store.save").definition()))
        .isEqualTo("Store.save");
  }

  @Test
  void the_enclosing_function_is_the_innermost() {
    Expression.Lambda lambda = first(STORE, Expression.Lambda.class, "lambda: 1");

    assertThat(program.enclosingFunction(STORE, lambda))
        .contains(function("app.store.Store.save.<locals>.inner"));
    assertThat(program.enclosingFunction(MAIN, MAIN.tree())).isEmpty();
  }

  @Test
  void modules_and_their_names_are_found_from_each_other() {
    assertThat(program.name(STORE)).isEqualTo("app.store");
    assertThat(program.module("app.store").map(PythonModule::path)).contains(STORE.path());
    assertThat(program.module("app")).isEmpty();
  }

  @Test
  void a_long_chain_of_calls_ends() {
    String chain = "x = y" + ".copy()".repeat(3000) + "\n";
    PythonModule module = module("chain.py", "y = [1]\n" + chain);
    Program chained = Program.of(List.of(module), List.of(Path.of("")));

    assertThat(chained.callee(module, first(module, Expression.Call.class, "y.copy()")).name())
        .isEqualTo("builtins.list.copy");
    assertThat(module.tree().all(Expression.Call.class).map(call -> chained.callee(module, call)))
        .hasSize(3000);
  }

  @Test
  void definitions_that_go_round_in_circles_end_as_unknown() {
    PythonModule module =
        module(
            "circle.py",
            """
            a = b
            b = c()
            def c():
                return d.e
            class D(f):
                e = a
            d = D()
            f = type(d)
            def g(x=a):
                return g(g)
            async def main():
                await a()
                await g()
            """);
    Program program = Program.of(List.of(module), List.of(Path.of("")));

    assertThat(module.tree().all(Expression.Await.class))
        .allSatisfy(
            await ->
                assertThat(program.awaited(module, await).kind()).isEqualTo(Callee.Kind.UNKNOWN));
  }
}
