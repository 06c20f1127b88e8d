package dev.amiss.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The wheel that the project's build made.
 *
 * @param name the project's name in its metadata
 * @param metadataFolder as {@code name-1.0.dist-info}
 * @param extras all that the metadata offers
 */
record BuiltWheel(Path file, String name, String metadataFolder, List<String> extras) {

  BuiltWheel {
    extras = List.copyOf(extras);
  }

  /** The one wheel in a folder. */
  static BuiltWheel in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return read(
          files
              .filter(file -> file.toString().endsWith(".whl"))
              .findFirst()
              .orElseThrow(() -> new IOException("the build made no wheel in " + folder)));
    }
  }

  private static BuiltWheel read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry metadata =
          zip.stream()
              .filter(entry -> entry.getName().matches("[^/]+\\.dist-info/METADATA"))
              .findFirst()
              .orElseThrow(() -> new IOException(file + " has no metadata"));
      String text = new String(zip.getInputStream(metadata).readAllBytes(), StandardCharsets.UTF_8);
      String folder = metadata.getName().substring(0, metadata.getName().indexOf('/'));
      String name = headers(text, "Name").findFirst().orElse(folder);
      return new BuiltWheel(file, name, folder, headers(text, "Provides-Extra").toList());
    }
  }

  private static Stream<String> headers(String metadata, String name) {
    return metadata
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2).strip());
  }
}
