package dev.amiss.run.linting;

import dev.amiss.lint.Finding;
import dev.amiss.lint.Installation;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Station;
import dev.amiss.lint.Toolbox;
import dev.amiss.lint.Workplace;
import dev.amiss.process.Processes;
import dev.amiss.project.Project;
import dev.amiss.project.Settings;
import dev.amiss.run.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A project, its mutants, and linters to ask about them: fast, and cold to check by. */
final class LinterBed implements AutoCloseable {

  private final Processes processes = new Processes();
  private final Plan plan;
  private final Optional<Path> python;
  private final Path scratch;

  LinterBed(Path root, Optional<Path> python, Path scratch) throws InterruptedException {
    Settings settings = Settings.defaults();
    this.plan = Plan.of(Project.discover(root, settings, processes), settings);
    this.python = python;
    this.scratch = scratch;
  }

  /** So many mutants, drawn at random. */
  List<Map.Entry<String, LintedMutation>> mutants(int count, long seed) {
    List<Map.Entry<String, LintedMutation>> all =
        new ArrayList<>(Linting.questions(plan, plan.mutants()).entrySet());
    Collections.shuffle(all, new Random(seed));
    return all.subList(0, Math.min(count, all.size()));
  }

  Installation installation(Linter linter, Path tools) throws InterruptedException {
    return linter.find(new Toolbox(Optional.empty(), tools, processes)).orElseThrow();
  }

  Station fast(Linter linter, Installation installation, Profile profile) throws IOException {
    return Station.of(
        linter, installation, profile, plan.project().root(), place(linter, "fast-" + profile));
  }

  Station cold(Linter linter, Installation installation, Profile profile) throws IOException {
    return Station.cold(
        linter, installation, profile, plan.project().root(), place(linter, "cold-" + profile));
  }

  private Workplace place(Linter linter, String name) throws IOException {
    Path folder = scratch.resolve(linter.name() + "-" + name);
    Files.createDirectories(folder);
    return new Workplace(
        folder.toRealPath().resolve("project"),
        plan.files(),
        plan.project().importRoots(),
        python,
        ListedRules.ofAllOperators().of(linter.name()),
        processes,
        folder.resolve("own"));
  }

  /** Findings as they can be compared: messages may be worded otherwise, columns counted so. */
  static List<String> comparable(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.file() + ":" + finding.line() + " " + finding.rule())
        .sorted()
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    processes.close();
  }
}
