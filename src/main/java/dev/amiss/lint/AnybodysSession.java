package dev.amiss.lint;

import dev.amiss.process.CannotStart;
import dev.amiss.process.Command;
import dev.amiss.process.Completion;
import dev.amiss.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command line that a project describes, started for each question.
 *
 * @param command in which {@code {file}} stands for the files
 * @param stdin whether it is to be started once for each file, which it reads on standard input
 */
record AnybodysSession(
    Workplace place, List<String> command, boolean stdin, ColdSession.Format format)
    implements LintSession {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String FILE = "{file}";

  /** What a shell answers where it could not start something, and above it the signals. */
  private static final int FIRST_FAILURE = 126;

  @Override
  public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    Set<Path> asked = new LinkedHashSet<>(replaced.keySet());
    asked.addAll(files);
    try (Replaced there = Replaced.put(place.root(), replaced)) {
      assert there != null;
      if (!stdin) {
        return run(List.copyOf(asked), "");
      }
      List<Finding> findings = new ArrayList<>();
      for (Path file : asked) {
        byte[] bytes = Files.readAllBytes(place.root().resolve(file));
        findings.addAll(run(List.of(file), new String(bytes, StandardCharsets.UTF_8)));
      }
      return findings;
    }
  }

  private List<Finding> run(List<Path> files, String input)
      throws LinterFailed, IOException, InterruptedException {
    Path output = Files.createTempFile(place.scratch(), "output", ".txt");
    Path errors = Files.createTempFile(place.scratch(), "errors", ".txt");
    try {
      Command started = new Command(argv(files), place.root(), DEADLINE).reading(input);
      Completion said = place.processes().run(started, output, errors);
      if (!(said instanceof Completion.Exited exited) || exited.code() >= FIRST_FAILURE) {
        throw new LinterFailed(
            "It " + said.description() + ". " + Files.readString(errors).strip());
      }
      List<Finding> findings = new ArrayList<>();
      for (Finding finding : format.findings(said.output(), place)) {
        findings.add(finding.file().toString().isEmpty() ? in(files.get(0), finding) : finding);
      }
      return findings;
    } catch (CannotStart e) {
      throw new LinterFailed(String.valueOf(e.getMessage()), e);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private List<String> argv(List<Path> files) {
    List<String> argv = new ArrayList<>();
    for (String word : command) {
      if (word.contains(FILE)) {
        files.forEach(file -> argv.add(word.replace(FILE, file.toString())));
      } else {
        argv.add(word);
      }
    }
    return argv;
  }

  private static Finding in(Path file, Finding finding) {
    return new Finding(finding.rule(), finding.message(), file, finding.line(), finding.column());
  }

  @Override
  public void close() {}
}
