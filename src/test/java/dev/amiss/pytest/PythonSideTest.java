package dev.amiss.pytest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonSideTest {

  private static final Path SOURCES = Path.of("src/main/resources/dev/amiss/pytest/amiss_pytest");

  @TempDir Path folder;

  @Test
  void names_every_file_of_the_package() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> names =
          files
              .map(file -> SOURCES.relativize(file).toString())
              .filter(name -> name.endsWith(".py"))
              .sorted()
              .toList();

      assertThat(PythonSide.FILES).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void unpacks_the_package_as_it_is() throws IOException {
    Path script = PythonSide.unpack(folder);

    assertThat(script).hasSameTextualContentAs(SOURCES.resolve("supervisor.py"));
  }
}
