package dev.amiss.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final String CLASS =
      """
      class Store:
          async def save(self):
              await self.flush()
              def inner():
                  async def deep():
                      await self.flush()

          async def flush(self):
              await write(1); await write(2)

      async def save():
          await Store().save()
      """;

  @Test
  void an_id_names_the_place_in_code_points() {
    Mutant mutant = Plans.only("async def f():\n    return 'é😀', await g(  )\n");

    assertThat(mutant.id()).isEqualTo("app.py:2:18:drop-await");
    assertThat(mutant.start()).hasToString("2:18");
    assertThat(mutant.end()).hasToString("2:29");
  }

  @Test
  void mutants_are_in_the_order_of_paths_and_places() {
    Map<String, String> texts = Map.of("b.py", CLASS, "a/z.py", CLASS, "a.py", CLASS);

    assertThat(Plans.plan(texts, PlanningOptions.DEFAULT))
        .extracting(Mutant::id)
        .startsWith("a.py:3:9:drop-await", "a.py:6:17:drop-await", "a.py:9:9:drop-await")
        .contains("a/z.py:9:25:drop-await")
        .endsWith("b.py:12:5:drop-await");
  }

  @Test
  void functions_have_their_qualified_names() {
    assertThat(Plans.plan(CLASS))
        .extracting(Mutant::function)
        .containsExactly(
            "Store.save",
            "Store.save.<locals>.inner.<locals>.deep",
            "Store.flush",
            "Store.flush",
            "save");
    assertThat(Plans.plan("@(await a)\nasync def f(x=await b): pass\nawait c\n"))
        .extracting(Mutant::function)
        .containsOnly("<module>");
  }

  @Test
  void a_selection_by_function_takes_names_at_any_depth() {
    assertThat(functions("save"))
        .containsExactlyInAnyOrder("Store.save", "Store.save.<locals>.inner.<locals>.deep", "save");
    assertThat(functions("Store.flush")).containsExactly("Store.flush");
    assertThat(functions("deep")).containsExactly("Store.save.<locals>.inner.<locals>.deep");
    assertThat(functions("Stor")).isEmpty();
  }

  @Test
  void a_selection_by_file_leaves_all_others() {
    assertThat(files("app/main.py", "app/api.py"))
        .containsExactlyInAnyOrder("app/main.py", "app/api.py");
    assertThat(files("other.py")).isEmpty();
  }

  @Test
  void a_selection_by_operator_takes_and_leaves() {
    assertThat(select(List.of("drop-await"), List.of())).hasSize(5);
    assertThat(select(List.of("other"), List.of())).isEmpty();
    assertThat(select(List.of(), List.of("drop-await"))).isEmpty();
  }

  @Test
  void a_fingerprint_survives_edits_elsewhere_in_the_file() {
    Set<String> before = fingerprints(CLASS);
    Set<String> after = fingerprints("import os\n\n\nclass New:\n    pass\n\n\n" + CLASS);

    assertThat(before).hasSize(5).allMatch(print -> print.matches("[0-9a-f]{32}"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_fingerprint_changes_with_its_function() {
    Set<String> before = fingerprints(CLASS);
    Set<String> after = fingerprints(CLASS.replace("write(2)", "write(3)"));

    before.removeAll(after);
    assertThat(before).hasSize(2);
  }

  @Test
  void equal_functions_of_one_name_have_different_fingerprints() {
    String function = "async def f():\n    await g()\n    await g()\n";

    assertThat(fingerprints(function + function)).hasSize(4);
  }

  @Test
  void fingerprints_do_not_depend_on_what_is_selected_or_ignored() {
    String text = "async def f(x):\n    await x\n    await g()\n";
    Map<String, String> texts = Map.of("app.py", text);

    assertThat(Plans.plan(texts, new PlanningOptions(true)))
        .extracting(Mutant::fingerprint)
        .isEqualTo(Plans.plan(text).stream().map(Mutant::fingerprint).toList());
  }

  @Test
  void siblings_are_the_other_sites_that_await_the_same_callee() {
    String store =
        "async def save(): print()\nasync def twice():\n    await save(); await save()\n";
    String main =
        """
        from store import save
        async def f(unknown):
            await save()
            await unknown()
            await unknown()
        """;

    assertThat(Plans.plan(Map.of("store.py", store, "main.py", main), PlanningOptions.DEFAULT))
        .extracting(Mutant::siblings)
        .containsExactly(
            new Siblings(0, 2),
            Siblings.NONE,
            Siblings.NONE,
            new Siblings(1, 2),
            new Siblings(1, 2));
  }

  @Test
  void clean_up_is_a_group_of_its_own() {
    assertThat(
            Plans.plan(
                """
                async def f(x):
                    await x.close()
                    await x._shutdown()
                    await x.wait_closed()
                    await x.__aexit__(None, None, None)
                    await x.close_deal()
                    await x.close.again()
                """))
        .extracting(mutant -> mutant.group().orElse(""))
        .containsExactly("clean-up", "clean-up", "clean-up", "clean-up", "", "");
  }

  @Test
  void what_the_baseline_observes_can_ignore_a_planned_mutant() {
    Mutant planned = Plans.only("async def f(x):\n    await x.go()\n");

    Mutant ignored = planned.ignored("observed: Future");

    assertThat(ignored.ignored()).contains("observed: Future");
    assertThat(ignored.mutation()).isEmpty();
    assertThat(ignored.id()).isEqualTo(planned.id());
  }

  private static List<String> functions(String... names) {
    Selection selection = new Selection(List.of(), List.of(), path -> true, List.of(names));
    return Plans.plan(Map.of("app.py", CLASS), PlanningOptions.DEFAULT, selection).stream()
        .map(Mutant::function)
        .distinct()
        .toList();
  }

  private static Set<String> files(String... wanted) {
    String text = "async def f():\n    await g()\n";
    Map<String, String> texts =
        Map.of("main.py", text, "app/main.py", text, "app/api.py", text, "app/x/main.py", text);
    Selection selection =
        new Selection(
            List.of(), List.of(), path -> Set.of(wanted).contains(PathText.of(path)), List.of());
    return Plans.plan(texts, PlanningOptions.DEFAULT, selection).stream()
        .map(mutant -> PathText.of(mutant.file()))
        .collect(Collectors.toSet());
  }

  private static List<Mutant> select(List<String> operators, List<String> excluded) {
    return Plans.plan(
        Map.of("app.py", CLASS),
        PlanningOptions.DEFAULT,
        new Selection(operators, excluded, path -> true, List.of()));
  }

  private static Set<String> fingerprints(String text) {
    return Plans.plan(text).stream().map(Mutant::fingerprint).collect(Collectors.toSet());
  }
}
