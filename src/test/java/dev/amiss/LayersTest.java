package dev.amiss;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.amiss.cli.Main;
import dev.amiss.lint.Linter;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.report.ReportFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The picture of the architecture, as a table, that fails when it stops being true. */
@AnalyzeClasses(packages = "dev.amiss", importOptions = LayersTest.WithoutTests.class)
class LayersTest {

  /** Wherever the build puts them: the lean one has a folder of its own. */
  static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          entry("source", Set.of()),
          entry("process", Set.of()),
          entry("planting", Set.of()),
          entry("project", Set.of("process", "source")),
          entry("syntax", Set.of("source")),
          entry("semantics", Set.of("syntax", "source")),
          entry("mutation", Set.of("semantics", "syntax", "source")),
          entry("pytest", Set.of("process", "project", "source")),
          entry("lint", Set.of("process", "project", "source")),
          entry("result", Set.of("mutation", "pytest", "source")),
          entry("store", Set.of("result", "mutation", "pytest", "syntax", "source")),
          entry("report", Set.of("result", "mutation", "semantics", "source")),
          entry(
              "run",
              Set.of(
                  "store",
                  "result",
                  "mutation",
                  "pytest",
                  "lint",
                  "semantics",
                  "syntax",
                  "project",
                  "process",
                  "source")),
          entry(
              "cli",
              Set.of(
                  "run",
                  "report",
                  "result",
                  "planting",
                  "mutation",
                  "lint",
                  "project",
                  "process")));

  @ArchTest
  static void each_package_knows_only_those_below_it(JavaClasses classes) {
    LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : MAY_KNOW.keySet()) {
      rule = rule.layer(name).definedBy("dev.amiss." + name + "..");
    }
    for (Map.Entry<String, Set<String>> arrow : MAY_KNOW.entrySet()) {
      rule =
          arrow.getValue().isEmpty()
              ? rule.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
              : rule.whereLayer(arrow.getKey())
                  .mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
    }
    rule.check(classes);
  }

  @ArchTest
  static void every_package_is_in_the_table(JavaClasses classes) {
    assertThat(
            classes.stream()
                .map(type -> type.getPackageName().replace("dev.amiss", ""))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(1).replaceFirst("\\..*", "")))
        .allSatisfy(name -> assertThat(MAY_KNOW).containsKey(name));
  }

  @ArchTest
  static void every_package_says_that_null_does_not_occur(JavaClasses classes) {
    assertThat(classes.getPackage("dev.amiss").getSubpackagesInTree())
        .filteredOn(each -> !each.getClasses().isEmpty())
        .allSatisfy(
            each ->
                assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked", each.getName())
                    .isTrue());
  }

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("dev.amiss.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_syntax_knows_antlr =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.amiss.syntax..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.antlr..");

  @ArchTest
  static final ArchRule only_cli_knows_picocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.amiss.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule only_store_knows_sqlite =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.amiss.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sqlite..", "java.sql..");

  @ArchTest
  static final ArchRule only_process_starts_programs =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.amiss.process..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class);

  @ArchTest
  static final ArchRule only_main_prints_to_the_standard_streams =
      noClasses()
          .that()
          .areNotAssignableTo(Main.class)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule only_main_exits =
      noClasses()
          .that()
          .areNotAssignableTo(Main.class)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule operators_are_final_and_live_together =
      classes()
          .that()
          .implement(MutationOperator.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .bePackagePrivate()
          .andShould()
          .resideInAPackage("dev.amiss.mutation.operator");

  @ArchTest
  static final ArchRule linters_are_final_and_live_together =
      classes()
          .that()
          .implement(Linter.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .bePackagePrivate()
          .andShould()
          .resideInAPackage("dev.amiss.lint");

  @ArchTest
  static final ArchRule only_lint_knows_lsp4j =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.amiss.lint..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.lsp4j..");

  @ArchTest
  static final ArchRule report_formats_are_final_and_live_together =
      classes()
          .that()
          .implement(ReportFormat.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .resideInAPackage("dev.amiss.report");
}
