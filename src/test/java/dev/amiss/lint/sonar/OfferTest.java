package dev.amiss.lint.sonar;

import static org.assertj.core.api.Assertions.assertThat;

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
    String async = "  isAsynchronous: true\n";
    String one = function("load", 3).replace("  name", async + "  name");
    String other = function("save", 9).replace("  name", async + "  name");

    assertThat(Offer.of(module(one, function("save", 9))))
        .isNotEqualTo(Offer.of(module(function("load", 3), other)));
  }

  @Test
  void a_file_that_does_not_parse_offers_nothing() {
    assertThat(Offer.of("")).isEqualTo(Offer.NONE);
  }

  private static String module(String... functions) {
    return String.join("", functions);
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
