package dev.amiss.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.mutation.Mutant;
import dev.amiss.result.AnyMutant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleTest {

  private final List<Mutant> mutants = new ArrayList<>();

  @Test
  void a_sample_has_its_size_and_the_order_of_all() {
    plan("a.py", 70);
    plan("b.py", 30);

    List<Mutant> drawn = Sample.draw(mutants, 17, 1);

    assertThat(drawn).hasSize(17).doesNotHaveDuplicates();
    assertThat(mutants.stream().filter(drawn::contains)).containsExactlyElementsOf(drawn);
  }

  @Test
  void every_file_has_its_share() {
    plan("a.py", 70);
    plan("b.py", 30);

    for (int seed = 0; seed < 20; seed++) {
      long ofB =
          Sample.draw(mutants, 10, seed).stream()
              .filter(mutant -> mutant.file().endsWith("b.py"))
              .count();
      assertThat(ofB).isEqualTo(3);
    }
  }

  @Test
  void the_same_seed_draws_the_same_and_another_one_others() {
    plan("a.py", 100);

    assertThat(Sample.draw(mutants, 10, 7)).isEqualTo(Sample.draw(mutants, 10, 7));
    assertThat(Sample.draw(mutants, 10, 7)).isNotEqualTo(Sample.draw(mutants, 10, 8));
  }

  @Test
  void each_mutant_is_as_likely_as_any_other() {
    plan("a.py", 13);
    plan("b.py", 2);
    for (int i = 0; i < 5; i++) {
      plan("c" + i + ".py", 1);
    }
    Map<String, Integer> drawn = new HashMap<>();
    for (int seed = 0; seed < 4000; seed++) {
      Sample.draw(mutants, 5, seed).forEach(each -> drawn.merge(each.id(), 1, Integer::sum));
    }

    // A quarter of 4000 each; five standard deviations are 137.
    assertThat(drawn.values()).hasSize(20).allSatisfy(n -> assertThat(n).isBetween(863, 1137));
  }

  @Test
  void where_there_are_no_more_all_are_drawn() {
    plan("a.py", 3);

    assertThat(Sample.draw(mutants, 3, 0)).isEqualTo(mutants);
    assertThat(Sample.draw(mutants, 9, 0)).isEqualTo(mutants);
  }

  @Test
  void a_decoy_comes_with_the_defect_that_it_resembles_and_only_with_that() {
    plan("a.py", 30);
    List<Mutant> decoys = mutants.stream().map(mutant -> decoyAt(mutant.start().line())).toList();
    mutants.addAll(decoys);

    List<Mutant> drawn = Sample.draw(mutants, 10, 3);

    assertThat(Sample.population(mutants)).hasSize(30);
    assertThat(lines(drawn, "decoy-task")).hasSize(10).isEqualTo(lines(drawn, "drop-await"));
  }

  @Test
  void a_decoy_without_a_defect_at_its_site_is_drawn_like_any_other() {
    plan("a.py", 5);
    for (int line = 6; line <= 10; line++) {
      mutants.add(decoyAt(line));
    }

    List<Mutant> drawn = Sample.draw(mutants, 4, 1);

    assertThat(Sample.population(mutants)).hasSize(10);
    assertThat(lines(drawn, "decoy-task")).hasSize(2);
    assertThat(lines(drawn, "drop-await")).hasSize(2);
  }

  private static Mutant decoyAt(int line) {
    return AnyMutant.at("a.py", line, "    await save()")
        .operator("decoy-task")
        .mutant()
        .withTwinOf(Optional.of("drop-await"));
  }

  private static List<Integer> lines(List<Mutant> drawn, String operator) {
    return drawn.stream()
        .filter(mutant -> mutant.operator().equals(operator))
        .map(mutant -> mutant.start().line())
        .toList();
  }

  private void plan(String file, int count) {
    for (int i = 1; i <= count; i++) {
      mutants.add(AnyMutant.at(file, i, "    await save()").mutant());
    }
  }
}
