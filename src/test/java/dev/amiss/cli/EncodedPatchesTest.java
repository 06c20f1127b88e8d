package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amiss.TestPython;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files in several encodings and with several line ends: every patch applies, from the lists, from
 * the results and from {@code show}, and taking it back restores every byte.
 */
class EncodedPatchesTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path project;
  @TempDir Path scratch;

  @BeforeEach
  void a_project_in_many_encodings() throws IOException {
    write("alt.py", "# coding: cp1252\nfrom lager import größe\n\n\nasync def alt(x):\n", WINDOWS);
    append("alt.py", "    print('€', größe(x))\n    return 'ü'", WINDOWS);
    write("app.py", "\uFEFFfrom lager import größe, lade\n\n\nasync def zeige(x):\n", UTF_8);
    append("app.py", "    return größe(x), await lade(x)\n\n\nasync def euro(x):\n", UTF_8);
    append("app.py", "    preis = await lade('€ 😀')  # €\n    return preis\n", UTF_8);
    write("lager.py", "# -*- coding: latin-1 -*-\r\n# Größen\r\n\r\n\r\n", ISO_8859_1);
    append("lager.py", "def größe(x):\r\n    return x or 'ß'\r\n\r\n\r\n", ISO_8859_1);
    append("lager.py", "async def lade(x):\r\n    return {'größe': x}\r\n\r\n\r\n", ISO_8859_1);
    append("lager.py", "async def öffne(x):\r\n    a = await lade('é');", ISO_8859_1);
    append("lager.py", " return a['größe']\r\n", ISO_8859_1);
    write("mix.py", "from lager import lade\r\n\r\n\nasync def mix(x):\n    a = 'é'\r", UTF_8);
    append("mix.py", "    if x: await lade('''é\r\n\r''')  # ü\n    return a\r\n", UTF_8);
    write(
        "test_app.py",
        """
        import alt, app, lager, mix


        async def test_all():
            await alt.alt(1)
            await app.zeige(1)
            await app.euro(1)
            await lager.öffne(1)
            await mix.mix(0)
        """,
        UTF_8);
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n", UTF_8);
  }

  @Test
  void the_patches_of_a_list_apply_and_are_what_show_prints() throws Exception {
    JsonNode listed = new ObjectMapper().readTree(amiss("list", "--json", project.toString()));

    assertThat(listed.findValuesAsText("operator"))
        .contains("drop-await", "useless-async", "swallow-await");
    for (JsonNode mutant : listed.get("mutants")) {
      byte[] patch = bytes(mutant);
      assertThat(amiss("show", "--patch", mutant.get("id").asText(), project.toString()))
          .as("%s", mutant.get("id"))
          .isEqualTo(patch);
      appliesAndComesOff(mutant.get("id").asText(), patch);
    }
  }

  @Test
  void one_patch_holds_files_in_three_encodings() throws Exception {
    JsonNode listed = new ObjectMapper().readTree(amiss("list", "--json", project.toString()));
    JsonNode coloured = null;
    for (JsonNode mutant : listed.get("mutants")) {
      if (mutant.get("operator").asText().equals("useless-async")) {
        coloured = mutant;
      }
    }
    Path copy = copy();
    apply(copy, bytes(requireNonNull(coloured)));

    assertThat(Files.readString(copy.resolve("lager.py"), ISO_8859_1))
        .contains("\r\nasync def größe(x):\r\n");
    assertThat(Files.readString(copy.resolve("alt.py"), WINDOWS))
        .contains("print('€', await größe(x))\n");
    assertThat(Files.readString(copy.resolve("app.py"), UTF_8))
        .startsWith("\uFEFFfrom")
        .contains("return await größe(x), await lade(x)");
  }

  @Test
  void the_patches_of_a_run_apply() throws Exception {
    amiss(
        "run",
        project.toString(),
        "--python",
        TestPython.lean().toString(),
        "--operator",
        "swallow-await",
        "--linters",
        "none");
    JsonNode results = new ObjectMapper().readTree(project.resolve(".amiss/results.json").toFile());

    assertThat(results.get("mutants")).hasSizeGreaterThan(3);
    for (JsonNode mutant : results.get("mutants")) {
      if (!mutant.get("patch").isNull()) {
        assertThat(mutant.get("status").asText()).isIn("killed", "survived", "no-coverage");
        appliesAndComesOff(mutant.get("id").asText(), bytes(mutant));
      }
    }
  }

  private static byte[] bytes(JsonNode mutant) {
    return mutant
        .get("patch")
        .asText()
        .getBytes(Charset.forName(mutant.get("patchEncoding").asText()));
  }

  private void appliesAndComesOff(String id, byte[] patch) throws Exception {
    Map<String, String> before = files(project);
    Path copy = copy();
    apply(copy, patch);
    assertThat(files(copy)).as(id).isNotEqualTo(before);
    assertThat(run(copy, "python3", "-m", "compileall", "-q", "-f", ".")).as(id).isEmpty();
    apply(copy, patch, "-R");
    assertThat(files(copy)).as(id).isEqualTo(before);
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory(scratch, "copy");
    try (Stream<Path> files = Files.list(project)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static void apply(Path copy, byte[] patch, String... options) throws Exception {
    Path file = Files.write(copy.resolveSibling(copy.getFileName() + ".patch"), patch);
    String[] words =
        Stream.of(Stream.of("git", "apply"), Arrays.stream(options), Stream.of(file.toString()))
            .flatMap(all -> all)
            .toArray(String[]::new);
    run(copy, words);
  }

  private static String run(Path folder, String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s", output).isZero();
    return output;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(file.getFileName().toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return found;
  }

  private byte[] amiss(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(Console.of(out, err), words)).as("%s", err).isZero();
    return out.toByteArray();
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Files.write(project.resolve(name), text.getBytes(charset));
  }

  private void append(String name, String text, Charset charset) throws IOException {
    Files.write(project.resolve(name), text.getBytes(charset), StandardOpenOption.APPEND);
  }
}
