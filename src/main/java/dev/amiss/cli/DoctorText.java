package dev.amiss.cli;

import static java.util.stream.Collectors.joining;

import dev.amiss.lint.Linters;
import dev.amiss.project.Doctor;
import dev.amiss.project.Project;
import dev.amiss.project.ProjectFile;
import dev.amiss.project.PythonEnvironment;
import dev.amiss.project.Role;
import dev.amiss.report.Ink;
import dev.amiss.report.Paper;
import dev.amiss.report.Printable;
import dev.amiss.report.Words;
import java.util.ArrayList;
import java.util.List;

/** What {@code amiss doctor} prints. */
final class DoctorText {

  private final Paper paper;
  private final List<String> lines = new ArrayList<>();

  DoctorText(Paper paper) {
    this.paper = paper;
  }

  /** The lines, each ended by a line feed. */
  String text(Doctor found, List<Linters.Found> linters) {
    Project project = found.project();
    title("Project " + project.root());
    found.python().ifPresent(this::python);
    item("imports start in " + roots(project));
    item("git: " + (found.git() ? "found" : "missing, so that ignored files are not told apart"));
    item("uv: " + (found.uv() ? "found, and used by --prepare" : "missing; --prepare uses pip"));
    found.settings().forEach((name, origin) -> item(name + " is set by " + origin));
    project.remarks().forEach(this::item);
    files("Code under test", project, Role.CODE);
    files("Tests", project, Role.TEST);
    files("Left out", project, Role.LEFT_OUT);
    linters(linters);
    for (Doctor.Missing missing : found.missing()) {
      lines.add("");
      lines.add(Ink.RED.on(paper, "Missing: ") + Printable.of(missing.what()));
      lines.add("         " + Printable.of(missing.remedy()));
    }
    return String.join("\n", lines) + "\n";
  }

  private void python(PythonEnvironment python) {
    item("Python %s, %s: %s".formatted(python.version(), python.why(), python.executable()));
    String plugins =
        python.plugins().stream()
            .map(plugin -> plugin.name() + " " + plugin.version())
            .collect(joining(", "));
    item("pytest " + python.pytest() + (plugins.isEmpty() ? "" : " with " + plugins));
  }

  private void linters(List<Linters.Found> linters) {
    lines.add("");
    title("Linters");
    for (Linters.Found each : linters) {
      each.installation()
          .ifPresent(
              there ->
                  item(
                      "%s %s: %s  (%s)"
                          .formatted(
                              there.linter(), there.version(), there.program(), there.where())));
    }
    String missing =
        linters.stream()
            .filter(each -> each.installation().isEmpty())
            .map(each -> each.linter().name())
            .collect(joining(" "));
    if (!missing.isEmpty()) {
      item("others can be had: amiss linters install " + missing);
    }
  }

  private void files(String heading, Project project, Role role) {
    List<ProjectFile> files = project.files().stream().filter(file -> file.role() == role).toList();
    lines.add("");
    title(heading + ": " + Words.count(files.size(), "file"));
    files.stream()
        .limit(paper.limit())
        .forEach(file -> item(file.name() + "  (" + file.reason() + ")"));
    if (files.size() > paper.limit()) {
      int hidden = files.size() - paper.limit();
      lines.add("  … and " + hidden + " more: amiss doctor" + paper.project() + " --verbose");
    }
  }

  private static String roots(Project project) {
    return project.importRoots().stream()
        .map(root -> root.toString().isEmpty() ? "the root" : root.toString())
        .collect(joining(", "));
  }

  private void title(String text) {
    lines.add(Ink.BOLD.on(paper, Printable.of(text)));
  }

  private void item(String text) {
    lines.add("  " + Printable.of(text));
  }
}
