package dev.amiss.mutation.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.amiss.mutation.MutationOperator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the list of operators, their classes and their folders together. */
class CatalogueTest {

  private static final List<String> HEADINGS =
      List.of(
          "What it plants",
          "Why it matters",
          "Example",
          "Who should catch it",
          "When it changes nothing",
          "References");

  private static final List<String> FACTS =
      List.of("id", "title", "summary", "preserves-behaviour", "anchor", "variants", "seed-shape");

  @Test
  void every_operator_class_is_in_the_list() {
    for (JavaClass operator : operatorClasses()) {
      assertThat(ids())
          .as("%s is not in Operators.ALL: add a line there", operator.getSimpleName())
          .contains(idOf(operator.getSimpleName()));
    }
  }

  @Test
  void every_operator_is_named_like_its_class() {
    for (MutationOperator operator : Operators.ALL) {
      assertThat(operator.id())
          .as("the id of %s", operator.getClass().getSimpleName())
          .isEqualTo(idOf(operator.getClass().getSimpleName()));
    }
  }

  @Test
  void every_operator_is_final_and_package_private() {
    for (JavaClass operator : operatorClasses()) {
      assertThat(operator.getModifiers())
          .as("%s must be final and not public", operator.getSimpleName())
          .contains(JavaModifier.FINAL)
          .doesNotContain(JavaModifier.PUBLIC);
    }
  }

  @Test
  void every_folder_is_an_operator() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("operators"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        assertThat(ids())
            .as("%s belongs to no operator in Operators.ALL", folder)
            .contains(folder.getFileName().toString());
      }
    }
  }

  @Test
  void every_operator_has_facts_a_page_and_cases() {
    for (String id : ids()) {
      Path folder = Path.of("operators", id);
      assertThat(folder.resolve("operator.toml")).as("the facts of %s", id).isRegularFile();
      assertThat(folder.resolve("README.md")).as("the page of %s", id).isRegularFile();
      assertThat(folder.resolve("cases")).as("the cases of %s", id).isNotEmptyDirectory();
    }
  }

  @Test
  void every_page_has_the_headings_in_their_order() throws IOException {
    for (String id : ids()) {
      Path page = Path.of("operators", id, "README.md");
      assertThat(Files.readAllLines(page).stream().filter(line -> line.startsWith("## ")))
          .as("the headings of %s", page)
          .containsExactlyElementsOf(HEADINGS.stream().map(heading -> "## " + heading).toList());
    }
  }

  @Test
  void every_operator_states_its_facts() throws IOException {
    for (String id : ids()) {
      String facts = Files.readString(Path.of("operators", id, "operator.toml"));
      assertThat(facts).startsWith("id = \"%s\"\n".formatted(id));
      for (String fact : FACTS) {
        assertThat(facts).as("the facts of %s", id).containsPattern("(?m)^" + fact + " = ");
      }
    }
  }

  @Test
  void a_decoy_and_its_facts_name_one_twin_and_preserve_behaviour() throws IOException {
    for (MutationOperator operator : Operators.ALL) {
      String facts = Files.readString(Path.of("operators", operator.id(), "operator.toml"));
      assertThat(operator.twinOf().isPresent())
          .as("%s is a decoy", operator.id())
          .isEqualTo(operator.id().startsWith("decoy-"));
      if (operator.twinOf().isPresent()) {
        assertThat(facts)
            .contains("\npreserves-behaviour = true\n")
            .contains("\ntwin-of = \"%s\"\n".formatted(operator.twinOf().orElseThrow()));
        assertThat(ids()).contains(operator.twinOf().orElseThrow());
      } else {
        assertThat(facts).doesNotContain("twin-of");
      }
    }
  }

  private static Set<String> ids() {
    return Operators.ALL.stream().map(MutationOperator::id).collect(Collectors.toSet());
  }

  private static List<JavaClass> operatorClasses() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.amiss.mutation.operator")
            .stream()
            .filter(found -> found.isAssignableTo(MutationOperator.class))
            .toList();
  }

  /** {@code drop-await} of {@code DropAwait}. */
  private static String idOf(String className) {
    return className.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
