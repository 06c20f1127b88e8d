package dev.amiss.mutation.migration;

import dev.amiss.semantics.BoundValues;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.HeldType;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.Optional;

/**
 * Tells which functions return a dict: by their annotation, or because every {@code return} gives
 * one that is made before everybody's eyes.
 */
final class Recognition {

  private final Program program;
  private final DictTypes types;

  Recognition(Program program, DictTypes types) {
    this.program = program;
    this.types = types;
  }

  /** Whether awaiting a function gives a dict, or {@code None}. */
  boolean returnsDict(FunctionDeclaration function) {
    boolean isCoroutineFunction =
        function.definition().isAsync()
            && DictFunction.own(Expression.Yield.class, function.definition()).findAny().isEmpty();
    return isCoroutineFunction && givesDict(function);
  }

  private boolean givesDict(FunctionDeclaration function) {
    Optional<Expression> annotation = function.definition().returns();
    List<HeldType> promised =
        annotation.map(each -> promised(function.module(), each)).orElse(List.of());
    if (promised.stream().anyMatch(HeldType::isKnown)) {
      return promised.stream()
          .anyMatch(type -> DictTypes.isDict(type) || DictTypes.isMoreThanDict(type));
    }
    DictFunction found = new DictFunction(function);
    List<Expression> returned = found.returned();
    return !returned.isEmpty()
        && returned.stream().allMatch(value -> isMadeHere(function.module(), value));
  }

  /** What an annotation says, {@code None} aside. */
  List<HeldType> promised(PythonModule module, Expression annotation) {
    return program.annotated(module, annotation).stream()
        .filter(type -> !type.name().equals("None"))
        .toList();
  }

  private boolean isMadeHere(PythonModule module, Expression value) {
    if (value instanceof Conditional choice) {
      return isMadeHere(module, choice.body()) && isMadeHere(module, choice.otherwise());
    }
    if (value instanceof Name name) {
      BoundValues bound = program.values(module, name);
      return bound.isLocal()
          && bound.isComplete()
          && bound.values().stream().allMatch(each -> types.isEvident(module, each));
    }
    return DictFunction.isNone(value) || types.isEvident(module, value);
  }
}
