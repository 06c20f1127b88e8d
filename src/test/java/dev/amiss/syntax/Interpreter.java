package dev.amiss.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A Python of this machine, asked what it makes of files. */
record Interpreter(String program, int minorVersion, Path standardLibrary) {

  private static final Path SCRIPT = Path.of("src/test/resources/dev/amiss/syntax/ast_spans.py");

  /** What one Python says of one file: a line a node, or why it is refused. */
  record Answer(Path file, List<String> lines) {

    boolean isRefused() {
      return lines.size() == 1 && lines.get(0).startsWith("!");
    }
  }

  static Interpreter of(String program) throws IOException {
    String facts =
        "import sys, sysconfig; print(sys.version_info[1]); print(sysconfig.get_path('stdlib'))";
    Process process = new ProcessBuilder(program, "-c", facts).start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      int minor = Integer.parseInt(reader.readLine());
      return new Interpreter(program, minor, Path.of(reader.readLine()));
    }
  }

  /** Every Python of pyenv's that this project supports. */
  static List<Interpreter> installed() throws IOException {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    List<Interpreter> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(versions)) {
      for (Path folder : folders.sorted().toList()) {
        if (folder.getFileName().toString().matches("3\\.(9|[1-9]\\d)\\..*")) {
          found.add(of(folder.resolve("bin/python").toString()));
        }
      }
    }
    return found;
  }

  /** Whether its ast says where in a file the fields of an f-string stand. */
  boolean hasFormattedPositions() {
    return minorVersion >= 12;
  }

  /** Whether its ast says where the names of an import stand. */
  boolean hasAliasPositions() {
    return minorVersion >= 10;
  }

  /** The standard library's files, tests included, without what was installed beside it. */
  List<Path> standardLibraryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(standardLibrary)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .filter(file -> !file.toString().contains("site-packages"))
          .sorted()
          .toList();
    }
  }

  /** Asks what this Python makes of the files; each answer is handed on as soon as it is there. */
  void ask(List<Path> files, Consumer<Answer> receiver) {
    try {
      Process process = new ProcessBuilder(program, "-X", "utf8", SCRIPT.toString()).start();
      try (var names = process.outputWriter(StandardCharsets.UTF_8)) {
        for (Path file : files) {
          names.write(file + "\n");
        }
      }
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        String header = reader.readLine();
        while (header != null) {
          List<String> lines = new ArrayList<>();
          String line = reader.readLine();
          while (line != null && !line.startsWith("## ")) {
            lines.add(line);
            line = reader.readLine();
          }
          receiver.accept(new Answer(Path.of(header.substring(3)), lines));
          header = line;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not ask " + program, e);
    }
  }
}
