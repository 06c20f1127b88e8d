package dev.amiss.planting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amiss.UserException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantingTest {

  private static final String A = "one\nawait f()\nthree";
  private static final String B = "sp\u00e4t\r\nawait g()\r\n";
  private static final String MUTATED_A = "one\nf()\nthree";
  private static final String MUTATED_B = "sp\u00e4t\r\ng()\r\n";

  @TempDir Path root;
  @TempDir Path outside;

  @BeforeEach
  void a_project_of_two_files() throws Exception {
    Files.createDirectories(root.resolve(".amiss"));
    Files.createDirectories(root.resolve("pa ckage"));
    Files.writeString(root.resolve("a.py"), A);
    Files.write(root.resolve("pa ckage/b\u00fc.py"), B.getBytes(ISO_8859_1));
    String patch =
        """
        --- a/a.py
        +++ b/a.py
        @@ -1,3 +1,3 @@
         one
        -await f()
        +f()
         three
        \\ No newline at end of file
        --- "a/pa ckage/b\\303\\274.py"\t
        +++ "b/pa ckage/b\\303\\274.py"\t
        @@ -1,2 +1,2 @@
         sp\u00e4t\r
        -await g()\r
        +g()\r
        """;
    Files.write(root.resolve("two.patch"), patch.getBytes(ISO_8859_1));
  }

  @Test
  void puts_the_mutant_into_the_tree_and_takes_it_back() throws Exception {
    Files.setPosixFilePermissions(
        root.resolve("a.py"), PosixFilePermissions.fromString("rwxr-x---"));

    assertThat(apply()).containsExactly("a.py", "pa ckage/b\u00fc.py");

    assertThat(contents()).containsExactly(MUTATED_A, MUTATED_B);
    assertThat(planting().planted()).hasValue("m");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a.py"))))
        .isEqualTo("rwxr-x---");

    assertThat(planting().undo()).isEqualTo("m");
    assertThat(contents()).containsExactly(A, B);
    assertNothingIsLeft();
  }

  @Test
  void refuses_a_file_that_is_not_the_one_that_was_analysed() throws Exception {
    Map<String, String> analysed = analysed();
    Files.writeString(root.resolve("a.py"), A + "\nfour\n");

    assertThatThrownBy(() -> planting().apply("m", patch(), analysed))
        .isInstanceOf(UserException.class)
        .hasMessage("a.py is not as it was when m was planned.");
    assertThat(contents()).containsExactly(A + "\nfour\n", B);
    assertNothingIsLeft();
  }

  @Test
  void refuses_a_second_mutant() throws Exception {
    apply();

    assertThatThrownBy(this::apply).hasMessage("m is applied already.");
    assertThat(contents()).containsExactly(MUTATED_A, MUTATED_B);
  }

  @Test
  void does_not_overwrite_what_was_edited_since() throws Exception {
    apply();
    Files.writeString(root.resolve("a.py"), "mine");

    assertThatThrownBy(() -> planting().undo())
        .hasMessage("a.py has been edited since the mutant was applied.");
    assertThat(contents()).containsExactly("mine", MUTATED_B);
  }

  @Test
  void brings_a_deleted_file_back() throws Exception {
    apply();
    Files.delete(root.resolve("a.py"));

    planting().undo();

    assertThat(contents()).containsExactly(A, B);
  }

  @Test
  void there_is_nothing_to_take_back_where_nothing_is_applied() {
    assertThatThrownBy(() -> planting().undo())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("No mutant is applied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../outside.py", "/etc/passwd", "link.py", "folder/../a.py", "linked/x.py", ""})
  void touches_nothing_outside_the_project(String name) throws Exception {
    Files.writeString(outside.resolve("x.py"), "x\n");
    Files.createSymbolicLink(root.resolve("link.py"), outside.resolve("x.py"));
    Files.createSymbolicLink(root.resolve("linked"), outside);
    String patch = "--- a/" + name + "\n+++ b/" + name + "\n@@ -1 +1 @@\n-x\n+y\n";
    Map<String, String> analysed = new TreeMap<>(Map.of(name, sha256("x\n".getBytes(UTF_8))));

    assertThatThrownBy(() -> planting().apply("m", patch.getBytes(UTF_8), analysed))
        .isInstanceOf(UserException.class);
    assertThat(outside.resolve("x.py")).hasContent("x");
    assertNothingIsLeft();
  }

  @Test
  void a_journal_from_elsewhere_leads_nowhere_either() throws Exception {
    Path journal = Files.createDirectories(root.resolve(".amiss/applied"));
    Files.writeString(journal.resolve("journal.txt"), "m\n../outside.py\n");
    Files.writeString(journal.resolve("1.before"), "evil");
    Files.writeString(journal.resolve("1.after"), "");

    assertThatThrownBy(() -> planting().undo()).hasMessageContaining("outside the project");
    assertThat(root.resolveSibling("outside.py")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what?",
        "--- a/a.py\n+++ b/a.py\n",
        "--- a/a.py\n+++ b/a.py\n@@ -1,9 +1 @@\n one\n",
        "--- a/a.py\n+++ b/a.py\n@@ -99999999999 +1 @@\n-one\n",
        "--- a/a.py\n+++ b/a.py\n@@ -2 +2 @@\n-other\n+f()\n",
        "--- a/a.py\n+++ \"b/\\9.py\"\n@@ -2 +2 @@\n-other\n+f()\n"
      })
  void a_broken_patch_is_refused(String patch) throws Exception {
    assertThatThrownBy(() -> planting().apply("m", patch.getBytes(UTF_8), analysed()))
        .isInstanceOf(UserException.class);
    assertThat(contents()).containsExactly(A, B);
    assertNothingIsLeft();
  }

  @Test
  void a_kill_at_any_step_leaves_a_tree_that_can_be_restored() throws Exception {
    int steps = 0;
    while (killed("apply", steps) == 137) {
      steps++;
      if (planting().planted().isPresent()) {
        assertThat(planting().undo()).isEqualTo("m");
      }
      assertThat(contents()).as("killed after %d steps", steps).containsExactly(A, B);
    }
    assertThat(steps).isEqualTo(5);
    assertThat(contents()).containsExactly(MUTATED_A, MUTATED_B);
  }

  @Test
  void a_kill_while_taking_back_can_be_made_good_too() throws Exception {
    for (int steps = 0; steps < 4; steps++) {
      apply();
      assertThat(killed("undo", steps)).isEqualTo(137);
      planting().undo();
      assertThat(contents()).containsExactly(A, B);
    }
  }

  private int killed(String what, int steps) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            classPath(),
            KilledPlanting.class.getName(),
            root.toString(),
            what,
            String.valueOf(steps),
            sha256(A.getBytes(UTF_8)),
            sha256(B.getBytes(ISO_8859_1)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String classPath() {
    return Stream.of(
            Planting.class,
            KilledPlanting.class,
            FileUtils.class,
            UserException.class,
            Nullable.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> apply() throws Exception {
    return planting().apply("m", patch(), analysed());
  }

  private byte[] patch() throws IOException {
    return Files.readAllBytes(root.resolve("two.patch"));
  }

  private Planting planting() {
    return new Planting(root, root.resolve(".amiss"));
  }

  private List<String> contents() throws IOException {
    return List.of(
        Files.readString(root.resolve("a.py")),
        Files.readString(root.resolve("pa ckage/b\u00fc.py"), ISO_8859_1));
  }

  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(root.resolve(".amiss"))) {
      assertThat(left).isEmpty();
    }
  }

  /** What the files were, whatever they are by now. */
  private static Map<String, String> analysed() throws Exception {
    return Map.of(
        "a.py", sha256(A.getBytes(UTF_8)), "pa ckage/b\u00fc.py", sha256(B.getBytes(ISO_8859_1)));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
