package dev.amiss.mutation.migration;

import dev.amiss.mutation.PathText;
import dev.amiss.semantics.CallSite;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.HeldType;
import dev.amiss.semantics.Program;
import dev.amiss.semantics.Reference;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes sure that a function's result can become a model without anything else going wrong. */
final class Circumstances {

  /** Decorators that do not look at what a function returns. */
  private static final Set<String> HARMLESS =
      Set.of("abstractmethod", "classmethod", "final", "override", "staticmethod");

  private final Program program;
  private final Set<Path> code;
  private final Recognition recognition;
  private final Callers callers;
  private final Names names;

  Circumstances(Program program, Set<Path> code, Recognition recognition, Names names) {
    this.names = names;
    this.program = program;
    this.code = code;
    this.recognition = recognition;
    this.callers = new Callers(program, code);
  }

  /**
   * Checks what stands around a function.
   *
   * @throws Refusal where a model would be more than the defect that is meant
   */
  void check(DictFunction function) throws Refusal {
    checkType(function);
    if (function.returned().isEmpty()) {
      throw new Refusal("it returns nothing itself: others do, in its stead");
    }
    for (Expression decorator : function.definition().decorators()) {
      String name = Sharing.lastName(decorator instanceof Call call ? call.function() : decorator);
      if (!HARMLESS.contains(name)) {
        throw new Refusal(
            "its decorator `%s` may look at what it returns"
                .formatted(Sharing.oneLine(function.module().text(decorator))));
      }
    }
    Optional<String> outside = program.overriddenOutside(function.declaration());
    if (outside.isPresent()) {
      throw new Refusal(
          outside.orElseThrow().equals(HeldType.UNKNOWN)
              ? "a base of its class is not seen, which may call it"
              : "it may override a method of %s, which calls it".formatted(outside.orElseThrow()));
    }
    checkCalls(function);
  }

  private void checkType(DictFunction function) throws Refusal {
    List<HeldType> types =
        function
            .definition()
            .returns()
            .map(returns -> recognition.promised(function.module(), returns))
            .orElse(List.of());
    for (Expression returned : function.returned()) {
      requireNoMore(program.held(function.module(), returned));
    }
    requireNoMore(types);
    for (HeldType type : types) {
      if (type.isKnown() && !DictTypes.isDict(type)) {
        throw new Refusal("it may return a `%s` as well".formatted(lastName(type.name())));
      }
    }
  }

  private static void requireNoMore(List<HeldType> types) throws Refusal {
    for (HeldType type : types) {
      if (DictTypes.isMoreThanDict(type)) {
        throw new Refusal(
            "it returns a `%s`, which is more than a dict".formatted(lastName(type.name())));
      }
    }
  }

  private static String lastName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private void checkCalls(DictFunction function) throws Refusal {
    for (Reference reference : program.references(function.declaration())) {
      if (code.contains(reference.module().path())) {
        throw new Refusal(
            "it is handed over as a value at %s, where its callers are not known"
                .formatted(place(reference.module(), reference.expression())));
      }
    }
    for (CallSite site : program.callSites(function.declaration())) {
      if (code.contains(site.module().path())) {
        checkCall(function, site);
      }
    }
  }

  private void checkCall(DictFunction function, CallSite site) throws Refusal {
    String place = place(site.module(), site.call());
    if (callers.given(site).isEmpty()) {
      throw new Refusal(
          "the call at %s is not awaited on the spot, so that it cannot be migrated"
              .formatted(place));
    }
    boolean isRecursive =
        program
            .ancestry(site.module())
            .ancestors(site.call())
            .anyMatch(node -> node == function.definition());
    if (isRecursive) {
      throw new Refusal("it calls itself");
    }
    for (FunctionDeclaration other : program.callee(site.module(), site.call()).declarations()) {
      boolean isPromise = new DictFunction(other).returned().isEmpty();
      if (!isPromise && !recognition.returnsDict(other)) {
        throw new Refusal(
            "the call at %s may reach `%s` as well, which returns no dict"
                .formatted(place, other.qualifiedName()));
      }
    }
    boolean isDictTaken = names.of(site.module()).binding("dict").findAny().isPresent();
    if (isDictTaken) {
      throw new Refusal("`dict` means something else at %s".formatted(place));
    }
  }

  private static String place(PythonModule module, Node node) {
    return PathText.of(module.path()) + ":" + module.start(node).line();
  }
}
