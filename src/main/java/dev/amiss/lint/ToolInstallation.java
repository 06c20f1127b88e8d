package dev.amiss.lint;

import dev.amiss.UserException;
import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * Fetches linters into amiss's own tools, each in a folder of its own, so that none disturbs
 * another: a virtual environment, or jars.
 *
 * @param tools the folder of {@link ToolsFolder}
 */
public record ToolInstallation(Path tools, Processes processes) {

  private static final Duration DEADLINE = Duration.ofMinutes(15);

  /**
   * Installs a linter in the version that amiss was tested with. One that is there is replaced.
   *
   * @throws UserException if there is no Python or Maven to do it with, or the registry is not
   *     reached
   */
  public void install(Linter linter) throws IOException, InterruptedException {
    Path folder = tools.resolve(linter.name());
    FileUtils.deleteDirectory(folder.toFile());
    Files.createDirectories(tools);
    try {
      switch (linter.registry()) {
        case PYPI -> withPip(linter, folder);
        case MAVEN -> withMaven(linter, folder);
      }
    } catch (UserException | InterruptedException e) {
      FileUtils.deleteDirectory(folder.toFile());
      throw e;
    }
  }

  private void withPip(Linter linter, Path folder) throws IOException, InterruptedException {
    run(linter, List.of("python3", "-m", "venv", folder.toString()));
    List<String> pip =
        new ArrayList<>(
            List.of(
                folder.resolve("bin").resolve("python").toString(),
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--no-input",
                "install",
                "--quiet"));
    pip.addAll(linter.requirements());
    run(linter, pip);
    // pyright fetches the rest of itself when it is first started.
    run(linter, List.of(folder.resolve("bin").resolve(linter.name()).toString(), "--version"));
  }

  /** Maven knows where its libraries come from, the user's own mirrors included. */
  private void withMaven(Linter linter, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path project = Files.writeString(folder.resolve("pom.xml"), pom(linter.requirements()));
    run(
        linter,
        List.of(
            "mvn",
            "--batch-mode",
            "--quiet",
            "--file",
            project.toString(),
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
            "-DoutputDirectory=" + folder.resolve("lib")));
  }

  private static String pom(List<String> coordinates) {
    StringBuilder pom =
        new StringBuilder(
            "<project><modelVersion>4.0.0</modelVersion><groupId>dev.amiss</groupId>"
                + "<artifactId>tools</artifactId><version>1</version><dependencies>\n");
    for (String each : coordinates) {
      List<String> parts = List.of(each.split(":", -1));
      pom.append(
          "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>\n"
              .formatted(parts.get(0), parts.get(1), parts.get(2)));
    }
    return pom.append("</dependencies></project>\n").toString();
  }

  private void run(Linter linter, List<String> argv) throws IOException, InterruptedException {
    Path log = tools.resolve(linter.name() + ".log");
    Completion completion;
    try {
      completion = processes.run(new Command(argv, tools, DEADLINE), log);
    } catch (CannotStart e) {
      throw UserException.usage(
          linter.name() + " cannot be installed: there is no " + argv.get(0) + ".",
          switch (linter.registry()) {
            case PYPI -> "Install Python 3.9 or newer, with venv.";
            case MAVEN -> "Install Maven: amiss has it fetch the jars.";
          });
    }
    if (!completion.isSuccess()) {
      List<String> said = completion.output().strip().lines().toList();
      throw UserException.usage(
          linter.name() + " could not be installed: " + completion.description() + ".",
          String.join("\n", said.subList(Math.max(0, said.size() - 5), said.size()))
              + "\nThe whole log: "
              + log);
    }
  }
}
