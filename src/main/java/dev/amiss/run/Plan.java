package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.project.Project;
import dev.amiss.result.RunResult.Unparsed;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What there is to do, known from the source alone.
 *
 * @param modules the files of the code under test that parsed, in the order of their paths
 * @param unparsed the others, with the reason
 * @param mutants all sites, the ignored ones included
 */
public record Plan(
    Project project, List<PythonModule> modules, List<Unparsed> unparsed, List<Mutant> mutants) {

  public Plan {
    modules = List.copyOf(modules);
    unparsed = List.copyOf(unparsed);
    mutants = List.copyOf(mutants);
  }

  /** The files of the code under test that parsed. */
  public List<Path> files() {
    return modules.stream().map(PythonModule::path).toList();
  }

  Map<Path, SourceFile> sources() {
    return modules.stream().collect(Collectors.toMap(PythonModule::path, PythonModule::source));
  }
}
