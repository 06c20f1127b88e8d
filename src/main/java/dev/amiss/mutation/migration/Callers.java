package dev.amiss.mutation.migration;

import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Where a function is awaited, the tests left out. */
final class Callers {

  private final Program program;
  private final Set<Path> code;

  Callers(Program program, Set<Path> code) {
    this.program = program;
    this.code = code;
  }

  List<Migration.Caller> of(FunctionDeclaration function) {
    return program.callSites(function).stream()
        .filter(site -> code.contains(site.module().path()))
        .map(this::caller)
        .toList();
  }

  private Migration.Caller caller(CallSite site) {
    Await await = (Await) program.ancestry(site.module()).parent(site.call()).orElseThrow();
    boolean usesDict = new DictUse(program, site.module()).of(await);
    return new Migration.Caller(site.module(), await, usesDict);
  }
}
