package dev.amiss.project;

import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A project in a temporary folder, written file by file. */
record Tree(Path root) {

  /** Adds a file; lines are joined and end with a line end. */
  Tree with(String path, String... lines) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
    return this;
  }

  Project discovered() throws InterruptedException {
    try (Processes processes = new Processes()) {
      return Project.discover(root, settings(), processes);
    }
  }

  Settings settings() {
    return Settings.load(root, Optional.empty(), GivenSettings.onCommandLine(root));
  }

  List<String> code() throws InterruptedException {
    return names(discovered(), Role.CODE);
  }

  List<String> tests() throws InterruptedException {
    return names(discovered(), Role.TEST);
  }

  static List<String> names(Project project, Role role) {
    return project.files().stream()
        .filter(file -> file.role() == role)
        .map(ProjectFile::name)
        .toList();
  }

  /** Why a file or folder is what it is. */
  String reason(String path) throws InterruptedException {
    return discovered().files().stream()
        .filter(file -> file.name().equals(path))
        .map(ProjectFile::reason)
        .findFirst()
        .orElse("nothing is known of " + path);
  }
}
