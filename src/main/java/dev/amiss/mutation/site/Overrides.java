package dev.amiss.mutation.site;

import dev.amiss.mutation.Planning;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.Assign;
import dev.amiss.syntax.Statement.ClassDef;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which methods may be replaced by others of the same name, somewhere in the project or its tests.
 *
 * <p>Errs on the safe side: classes are told apart by their last names alone, and an assignment to
 * an attribute of a method's name counts, whatever object it is made to.
 */
final class Overrides {

  private final IdentityHashMap<FunctionDef, ClassDef> owners = new IdentityHashMap<>();
  private final Map<String, List<ClassDef>> classesByBase = new HashMap<>();
  private final Set<String> assignedAttributes = new HashSet<>();

  private Overrides(Planning planning) {
    for (PythonModule module : planning.program().modules()) {
      module.tree().descendants().forEach(this::add);
    }
  }

  static Overrides of(Planning planning) {
    return planning.once(Overrides.class, Overrides::new);
  }

  private void add(Node node) {
    if (node instanceof ClassDef type) {
      methods(type).forEach(method -> owners.put(method, type));
      bases(type)
          .forEach(base -> classesByBase.computeIfAbsent(base, b -> new ArrayList<>()).add(type));
    } else if (node instanceof Assign assign) {
      assign.targets().stream()
          .filter(Attribute.class::isInstance)
          .forEach(target -> assignedAttributes.add(((Attribute) target).attribute()));
    }
  }

  /** The class whose method a function is. */
  Optional<ClassDef> owner(FunctionDeclaration function) {
    return Optional.ofNullable(owners.get(function.definition()));
  }

  /** Whether a call of a function may reach another one of the same name. */
  boolean mayReplace(FunctionDeclaration function) {
    String name = function.definition().name().id();
    return assignedAttributes.contains(name)
        || owner(function).filter(type -> isOverriddenBelow(type, name)).isPresent();
  }

  /** Whether any class names this one as its base. */
  boolean isSubclassed(ClassDef type) {
    return classesByBase.containsKey(type.name().id());
  }

  static boolean isProtocol(ClassDef type) {
    return bases(type).anyMatch("Protocol"::equals);
  }

  private boolean isOverriddenBelow(ClassDef type, String method) {
    Set<String> seen = new HashSet<>(Set.of(type.name().id()));
    Deque<String> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      for (ClassDef below : classesByBase.getOrDefault(pending.pop(), List.of())) {
        if (binds(below, method)) {
          return true;
        }
        if (seen.add(below.name().id())) {
          pending.add(below.name().id());
        }
      }
    }
    return false;
  }

  private static boolean binds(ClassDef type, String name) {
    boolean isMethod = methods(type).anyMatch(method -> method.name().id().equals(name));
    return isMethod
        || type.body().stream()
            .filter(Assign.class::isInstance)
            .flatMap(assign -> ((Assign) assign).targets().stream())
            .anyMatch(target -> target instanceof Name bound && bound.id().equals(name));
  }

  /** The functions that a class body defines, conditions around them or not. */
  private static Stream<FunctionDef> methods(ClassDef type) {
    return type.body().stream().flatMap(Overrides::functions);
  }

  private static Stream<FunctionDef> functions(Node node) {
    if (node instanceof FunctionDef function) {
      return Stream.of(function);
    }
    return Blocks.of(node).stream()
        .filter(block -> !(node instanceof ClassDef))
        .flatMap(List::stream)
        .flatMap(Overrides::functions);
  }

  /** The last names of a class's bases: {@code Base} of {@code module.Base[T]}. */
  static Stream<String> bases(ClassDef type) {
    return type.arguments().stream()
        .filter(argument -> argument.keyword().isEmpty())
        .map(argument -> lastName(argument.value()));
  }

  /** The last name of a dotted path, with or without an index behind it. */
  static String lastName(Expression expression) {
    if (expression instanceof Subscript subscript) {
      return lastName(subscript.value());
    }
    if (expression instanceof Attribute attribute) {
      return attribute.attribute();
    }
    return expression instanceof Name name ? name.id() : "";
  }
}
