package dev.amiss.mutation.decoy;

import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.Callee;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Expression.Yield;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which functions of the project only look at things, so that their order is no matter. */
final class Effects {

  /** What reads and makes new things, whatever it is called on. */
  private static final Set<String> READING =
      Set.of(
          "abs", "any", "all", "bool", "bytes", "copy", "dict", "endswith", "enumerate", "float",
          "format", "frozenset", "get", "getattr", "int", "isinstance", "items", "join", "keys",
          "len", "list", "lower", "max", "min", "range", "repr", "replace", "reversed", "round",
          "set", "sleep", "sorted", "split", "startswith", "str", "strip", "sum", "tuple", "upper",
          "values", "zip");

  private final Program program;
  private final Map<FunctionDeclaration, Boolean> known = new HashMap<>();

  Effects(Program program) {
    this.program = program;
  }

  /** Whether a call can only reach functions of the project that change nothing. */
  boolean isReading(PythonModule module, Call call) {
    Callee callee = program.callee(module, call);
    return !callee.declarations().isEmpty()
        && callee.declarations().stream().allMatch(this::isReading);
  }

  private boolean isReading(FunctionDeclaration function) {
    Boolean found = known.get(function);
    if (found == null) {
      known.put(function, true); // A recursive call adds nothing of its own.
      found =
          function.definition().body().stream()
              .flatMap(Node::descendants)
              .allMatch(node -> isHarmless(function.module(), node));
      known.put(function, found);
    }
    return found;
  }

  private boolean isHarmless(PythonModule module, Node node) {
    if (node instanceof Call call) {
      return READING.contains(ImportedNames.last(call.function())) || isReading(module, call);
    }
    return !(node instanceof Yield
            || node instanceof Statement.Delete
            || node instanceof Statement.ScopeDeclaration
            || node instanceof Statement.FunctionDef
            || node instanceof Statement.AugmentedAssign
            || (node instanceof Statement.With with && with.isAsync())
            || (node instanceof Statement.For loop && loop.isAsync()))
        && targets(node).allMatch(Name.class::isInstance);
  }

  /** What a statement stores to; the parts of a tuple are asked one by one. */
  private static Stream<? extends Node> targets(Node node) {
    Stream<? extends Node> targets =
        node instanceof Statement.Assign assign
            ? assign.targets().stream()
            : node instanceof Statement.AnnotatedAssign assign
                ? Stream.of(assign.target())
                : node instanceof Statement.For loop ? Stream.of(loop.target()) : Stream.empty();
    return targets
        .flatMap(Node::descendants)
        .filter(
            each ->
                List.of(Name.class, Attribute.class, Subscript.class).contains(each.getClass()));
  }
}
