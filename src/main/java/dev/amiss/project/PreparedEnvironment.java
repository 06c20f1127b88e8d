package dev.amiss.project;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The virtual environment that {@code --prepare} makes, below {@code .amiss} in the project.
 *
 * @param folder the environment's own folder
 */
record PreparedEnvironment(Path folder) {

  static PreparedEnvironment of(Path root) {
    return new PreparedEnvironment(root.resolve(".amiss").resolve("venv"));
  }

  /** Written last of all: an environment without it was interrupted half-way. */
  Path marker() {
    return folder.resolve("prepared-by-amiss.json");
  }

  boolean isFinished() {
    return Files.isRegularFile(marker());
  }
}
