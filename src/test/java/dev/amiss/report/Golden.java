package dev.amiss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Output that was looked at once and must stay so; {@code mvn test -Damiss.accept} rewrites it. */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/dev/amiss/report");

  private Golden() {}

  static void assertIs(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (System.getProperty("amiss.accept") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("%s; `mvn test -Damiss.accept` rewrites it", file)
        .isEqualTo(Files.readString(file));
  }
}
