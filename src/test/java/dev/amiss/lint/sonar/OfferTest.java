package dev.amiss.lint.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file offers, in so far as other files can tell. */
class OfferTest {

  @Test
  void neither_the_order_of_functions_nor_their_lines_are_part_of_it() {
    Offer first = Offer.of(module(function("load", 3, "a", "b"), function("save", 9, "c")));
    Offer moved = Offer.of(module(function("save", 2, "c"), function("load", 7, "a", "b")));

    assertThat(first).isEqualTo(moved);
  }

  @Test
  void the_order_of_parameters_is() {
    assertThat(Offer.of(module(function("load", 3, "a", "b"))))
        .isNotEqualTo(Offer.of(module(function("load", 3, "b", "a"))));
  }

  @Test
  void what_belongs_to_one_function_is_not_taken_for_another_s() {
    assertThat(Offer.of(module(awaited("load", 3), function("save", 9))))
        .isNotEqualTo(Offer.of(module(function("load", 3), awaited("save", 9))));
  }

  @Test
  void a_file_that_does_not_parse_offers_nothing() {
    assertThat(Offer.of("")).isEqualTo(Offer.NONE);
  }

  @Test
  void a_method_that_differs_is_named_and_its_class_is_not() {
    Offer async = Offer.of(module(type("Cache", function("load", 3), function("save", 5))));
    Offer sync = Offer.of(module(type("Cache", awaited("load", 3), function("save", 5))));

    assertThat(async.differences(sync)).isEqualTo(new Novelty(Set.of("load"), false));
    assertThat(async.differences(async)).isEqualTo(Novelty.NONE);
  }

  @Test
  void what_is_added_or_gone_is_named() {
    Offer one = Offer.of(module(function("load", 3)));
    Offer other = Offer.of(module(function("save", 3), type("Cache")));

    assertThat(one.differences(other).names()).containsExactly("Cache", "load", "save");
    assertThat(other.differences(one).names()).containsExactly("Cache", "load", "save");
    assertThat(one.differences(other).isEverywhere()).isFalse();
  }

  @Test
  void nobody_needs_to_name_a_method_that_python_calls_itself_nor_a_class_that_others_extend() {
    Offer plain = Offer.of(module(type("Cache", function("__aenter__", 3))));
    Offer awaited = Offer.of(module(type("Cache", awaited("__aenter__", 3))));
    Offer extended =
        Offer.of(
            module(type("Cache", function("__aenter__", 3)))
                .replace("name: \"Cache\"", "name: \"Cache\"\n  superClasses: \"app.Store\""));

    assertThat(plain.differences(awaited).isEverywhere()).isTrue();
    assertThat(plain.differences(extended).isEverywhere()).isTrue();
  }

  @Test
  void of_two_definitions_by_the_same_name_each_counts() {
    String both = function("load", 3, "a") + function("load", 5, "b");

    assertThat(Offer.of(module(both)))
        .isEqualTo(Offer.of(module(function("load", 3, "b"), function("load", 5, "a"))))
        .isNotEqualTo(Offer.of(module(function("load", 3, "a"))));
  }

  private static String module(String... definitions) {
    return "descriptors {\n" + String.join("", definitions) + "}\n";
  }

  private static String type(String name, String... members) {
    return "classDescriptors {\n  name: \"%s\"\n  members {\n%s  }\n}\n"
        .formatted(name, String.join("", members));
  }

  private static String awaited(String name, int line) {
    return function(name, line)
        .replace("definitionLocation", "isAsynchronous: true\n  definitionLocation");
  }

  private static String function(String name, int line, String... parameters) {
    StringBuilder text = new StringBuilder("functionDescriptors {\n  name: \"" + name + "\"\n");
    text.append("  definitionLocation {\n    startLine: ").append(line).append("\n  }\n");
    for (String parameter : parameters) {
      text.append("  parameters {\n    name: \"").append(parameter).append("\"\n  }\n");
    }
    return text.append("}\n").toString();
  }
}
