package dev.amiss.pytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopyTest {

  private static final Path APP = Path.of("app.py");

  @TempDir Path temporary;

  private Path project = Path.of("");
  private Path parent = Path.of("");

  @BeforeEach
  void write_a_project() throws IOException {
    project = Files.createDirectories(temporary.resolve("real").resolve("shop")).toRealPath();
    parent = temporary.resolve("w");
    Files.writeString(project.resolve("app.py"), "x = 1\n");
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("data/a.txt"), "a");
  }

  @Test
  void keeps_the_projects_name() throws IOException {
    assertThat(copy().root()).hasFileName("shop");
  }

  @Test
  void leaves_out_environments_caches_and_bytecode() throws IOException {
    for (String folder : new String[] {"env", "__pycache__", "data/.mypy_cache", ".amiss"}) {
      Files.createDirectories(project.resolve(folder));
      Files.writeString(project.resolve(folder).resolve("pyvenv.cfg"), "");
    }

    assertThat(contents(copy().root())).containsOnlyKeys("app.py", "data/a.txt");
  }

  @Test
  void keeps_times_and_permissions() throws IOException {
    Path script = Files.writeString(project.resolve("go.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
    Files.setLastModifiedTime(script, FileTime.fromMillis(1_000_000));

    Path copied = copy().root().resolve("go.sh");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)))
        .isEqualTo("rwxr-x---");
    assertThat(Files.getLastModifiedTime(copied)).isEqualTo(FileTime.fromMillis(1_000_000));
  }

  @Test
  void a_link_into_the_project_leads_into_the_copy() throws IOException {
    Files.createSymbolicLink(project.resolve("link.txt"), project.resolve("data/a.txt"));

    Path root = copy().root();

    assertThat(root.resolve("link.txt").toRealPath()).isEqualTo(root.resolve("data/a.txt"));
  }

  @Test
  void restoring_undoes_whatever_tests_did() throws IOException {
    WorkingCopy copy = copy();
    Path root = copy.root();
    Map<String, String> before = contents(root);

    Files.writeString(root.resolve("data/a.txt"), "changed");
    Files.createDirectories(root.resolve("new/folder"));
    Files.writeString(root.resolve("new/folder/b.txt"), "b");
    Files.delete(root.resolve("app.py"));
    Files.createDirectories(root.resolve("app.py"));
    copy.restore(Set.of());

    assertThat(contents(root)).isEqualTo(before);
  }

  @Test
  void restoring_brings_a_deleted_folder_back() throws IOException {
    WorkingCopy copy = copy();
    Files.delete(copy.root().resolve("data/a.txt"));
    Files.delete(copy.root().resolve("data"));

    copy.restore(Set.of());

    assertThat(copy.root().resolve("data/a.txt")).hasContent("a");
  }

  @Test
  void a_replaced_file_of_equal_size_and_time_is_restored_too() throws IOException {
    WorkingCopy copy = copy();
    Path target = copy.root().resolve("app.py");
    FileTime time = Files.getLastModifiedTime(target);

    copy.replace(Map.of(APP, new SourceFile(APP, "x = 2\n")));
    Files.setLastModifiedTime(target, time);
    assertThat(target).hasContent("x = 2\n");
    copy.restore(Set.of(APP));

    assertThat(target).hasContent("x = 1\n");
  }

  @Test
  void what_the_build_makes_is_added_and_restored() throws IOException {
    Path made = Files.writeString(temporary.resolve("made.py"), "version = 1");
    Path place = Path.of("shop/_version.py");
    WorkingCopy copy = WorkingCopy.of(project, Map.of(place, made), parent);
    Path version = copy.root().resolve(place);
    assertThat(version).hasContent("version = 1");

    Files.writeString(version, "changed");
    copy.restore(Set.of());

    assertThat(version).hasContent("version = 1");
  }

  private WorkingCopy copy() throws IOException {
    return WorkingCopy.of(project, Map.of(), parent);
  }

  /** Every file and what it says. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
