package dev.amiss.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.source.Span;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every patch is given to git and to patch, and must make the mutant's bytes and unmake them. */
class PatchTest {

  private static final String LATIN = "# -*- coding: latin-1 -*-\nx = 'é'\nawait f('ü')\n";

  @TempDir Path project;

  @Test
  void is_a_plain_unified_diff() {
    assertThat(patch(file("app.py", "a\nb\nc\nd\nawait f()\ng\nh\ni\nj\n"), "await ").text())
        .isEqualTo(
            """
            --- a/app.py
            +++ b/app.py
            @@ -2,7 +2,7 @@
             b
             c
             d
            -await f()
            +f()
             g
             h
             i
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await f()\n",
        "await f()",
        "x\nawait f()",
        "await f()\r\n",
        "x\r\nawait f()\r\ny\r\n",
        "x\r\nawait f()",
        "x = 1\rawait f()\ry = 2\r",
        "x = 1\rawait f()\ny = 2\r\n",
        "x\f\n\fawait f()\n\u000b\ny\u2028z\u0085\n",
        "\n\n\n\nawait f()\n\n\n\n\n\n",
        "'ü'; await f('日本', '\uD83D\uDE00')\n",
      })
  void holds_for_line_ends_of_every_kind(String text) throws Exception {
    assertMakesAndUnmakes(without("await ", file("app.py", text)));
  }

  @Test
  void keeps_the_byte_order_mark() throws Exception {
    SourceFile marked = new SourceFile(Path.of("app.py"), "await f()\nx\n", UTF_8, true);

    assertMakesAndUnmakes(without("await ", marked));
    assertThat(patch(marked, "await ").text()).contains("-\uFEFFawait f()\n+\uFEFFf()\n");
  }

  @Test
  void is_in_the_encoding_of_its_file() throws Exception {
    SourceFile latin = new SourceFile(Path.of("app.py"), LATIN, ISO_8859_1, false);

    assertMakesAndUnmakes(without("await ", latin));
    assertThat(patch(latin, "await ").encoding()).isEqualTo(ISO_8859_1);
    assertThat(patch(latin, "await ").text()).contains("-await f('ü')");
  }

  @Test
  void spans_files_of_several_encodings() throws Exception {
    SourceFile latin = new SourceFile(Path.of("a.py"), LATIN, ISO_8859_1, false);
    SourceFile cyrillic =
        new SourceFile(
            Path.of("b.py"), "# coding: koi8-r\nawait f('да')\n", Charset.forName("KOI8-R"), false);
    SourceFile unicode = file("c/d.py", "await f('日')\n");

    assertMakesAndUnmakes(without("await ", latin, cyrillic, unicode));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my app/a b.py",
        "say \"hi\".py",
        "back\\slash.py",
        "tab\there.py",
        "größe/日本.py",
        "größe 日本.py",
        "-dash.py",
      })
  void names_files_as_git_does(String path) throws Exception {
    assertMakesAndUnmakes(without("await ", file(path, "x\nawait f()\n")));
  }

  @Test
  void inserts_and_deletes_whole_lines() throws Exception {
    SourceFile file = file("app.py", "a\nb\nc\n");

    assertMakesAndUnmakes(Mutation.of(file, List.of(Edit.insert(0, "first\n"))));
    assertMakesAndUnmakes(Mutation.of(file, List.of(Edit.insert(2, "between\n"))));
    assertMakesAndUnmakes(Mutation.of(file, List.of(Edit.insert(6, "last\n"))));
    assertMakesAndUnmakes(Mutation.of(file, List.of(Edit.delete(new Span(4, 6)))));
    assertMakesAndUnmakes(Mutation.of(file, List.of(Edit.delete(new Span(3, 6)))));
  }

  @Test
  void an_inserted_line_is_no_change_of_its_neighbours() {
    Mutation mutation = Mutation.of(file("app.py", "a\nb\n"), List.of(Edit.insert(2, "new\n")));

    assertThat(Patch.of(mutation).text()).contains(" a\n+new\n b\n");
  }

  @Test
  void leaves_out_files_whose_edits_change_nothing() {
    SourceFile same = file("same.py", "a\n");
    SourceFile other = file("other.py", "a\n");
    Mutation mutation =
        new Mutation(
            Map.of(same.path(), same, other.path(), other),
            Map.of(
                same.path(), List.of(new Edit(new Span(0, 1), "a")),
                other.path(), List.of(new Edit(new Span(0, 1), "b"))));

    assertThat(Patch.of(mutation).text()).doesNotContain("same.py").contains("other.py");
  }

  @Test
  void holds_for_edits_of_any_shape() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      SourceFile file = file("app.py", randomText(random, 30));
      List<Edit> edits = randomEdits(random, file.text());
      if (!file.edited(edits).text().equals(file.text()) && !file.text().isEmpty()) {
        assertMakesAndUnmakes(Mutation.of(file, edits));
      }
    }
  }

  private static String randomText(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    String[] ends = {"\n", "\n", "\n", "\r\n", "\r", "\f"};
    for (int i = 0; i < lines; i++) {
      text.append(random.nextInt(5)).append(ends[random.nextInt(ends.length)]);
    }
    return text.append(random.nextBoolean() ? "end" : "\n").toString();
  }

  private static List<Edit> randomEdits(Random random, String text) {
    List<Edit> edits = new ArrayList<>();
    int at = random.nextInt(10);
    while (at < text.length()) {
      int end = Math.min(text.length(), at + random.nextInt(6));
      edits.add(new Edit(new Span(at, end), randomText(random, random.nextInt(3))));
      at = end + random.nextInt(40);
    }
    return edits;
  }

  private static SourceFile file(String path, String text) {
    return new SourceFile(Path.of(path), text);
  }

  private static Mutation without(String keyword, SourceFile... files) {
    Map<Path, SourceFile> originals = new HashMap<>();
    Map<Path, List<Edit>> edits = new HashMap<>();
    for (SourceFile file : files) {
      int start = file.text().indexOf(keyword);
      originals.put(file.path(), file);
      edits.put(file.path(), List.of(Edit.delete(new Span(start, start + keyword.length()))));
    }
    return new Mutation(originals, edits);
  }

  private static Patch patch(SourceFile file, String keyword) {
    return Patch.of(without(keyword, file));
  }

  private void assertMakesAndUnmakes(Mutation mutation) throws Exception {
    write(mutation.originals());
    Path patch = Files.write(project.resolve("m.patch"), Patch.of(mutation).bytes());

    run("git", "apply", "--check", patch.toString());
    run("git", "apply", patch.toString());
    assertOnDisk(mutation.mutated());
    run("git", "apply", "-R", patch.toString());
    assertOnDisk(mutation.originals());

    run("patch", "-p1", "--binary", "--batch", "-i", patch.toString());
    assertOnDisk(mutation.mutated());
  }

  private void write(Map<Path, SourceFile> files) throws IOException {
    for (SourceFile file : files.values()) {
      Path path = project.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
    }
  }

  private void assertOnDisk(Map<Path, SourceFile> files) {
    files.forEach((path, file) -> assertThat(project.resolve(path)).hasBinaryContent(file.bytes()));
  }

  private void run(String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CEILING_DIRECTORIES", project.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), output).isZero();
  }
}
