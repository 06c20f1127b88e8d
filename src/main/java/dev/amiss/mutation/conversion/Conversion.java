package dev.amiss.mutation.conversion;

import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.surgery.AwaitInsertion;
import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Functions that become {@code async}, and the calls that are awaited for it.
 *
 * @param functions the ones meant first, then those of the cascade
 * @param untouched tests and their helpers that call one of them and stay as they are, by name
 */
public record Conversion(
    List<FunctionDeclaration> functions, List<CallSite> awaited, SortedSet<String> untouched) {

  /**
   * The edits, each proved to mean what it should.
   *
   * @throws IllegalStateException where one does not, which is a fault of ours
   */
  public Mutation mutation(Program program) {
    Rewriting rewriting = new Rewriting(program::ancestry);
    writeTo(rewriting, program);
    return rewriting.mutation();
  }

  /** Does all that as a part of more. */
  public void writeTo(Rewriting rewriting, Program program) {
    for (PythonModule module : modules()) {
      List<Edit> changes = edits(program.ancestry(module), module);
      rewriting.colour(module, definitions(module), calls(module), changes);
    }
  }

  private List<FunctionDef> definitions(PythonModule module) {
    return functions.stream()
        .filter(each -> each.module().path().equals(module.path()))
        .map(FunctionDeclaration::definition)
        .toList();
  }

  private List<Call> calls(PythonModule module) {
    return awaited.stream()
        .filter(each -> each.module().path().equals(module.path()))
        .map(CallSite::call)
        .sorted(OUTERMOST_FIRST)
        .toList();
  }

  private Collection<PythonModule> modules() {
    Map<Path, PythonModule> modules = new HashMap<>();
    functions.forEach(each -> modules.put(each.module().path(), each.module()));
    awaited.forEach(each -> modules.put(each.module().path(), each.module()));
    return modules.values();
  }

  private List<Edit> edits(Ancestry ancestry, PythonModule module) {
    List<Edit> edits = new ArrayList<>();
    definitions(module).forEach(each -> edits.add(Edit.insert(each.span().start(), "async ")));
    for (Call call : calls(module)) {
      edits.addAll(
          AwaitInsertion.of(module.source().text(), call, ancestry.parent(call).orElseThrow()));
    }
    return edits;
  }

  /** Of two calls that begin together, the outer one's {@code await} comes first. */
  private static final Comparator<Call> OUTERMOST_FIRST =
      Comparator.comparingInt((Call call) -> call.span().start())
          .thenComparingInt(call -> -call.span().end());
}
