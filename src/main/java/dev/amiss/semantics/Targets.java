package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Binds what an assignment, a loop or a {@code with} assigns to: names, attributes, and sequences
 * of them.
 *
 * @param site the statement or clause that binds
 * @param bound the scope whose names are bound
 * @param evaluated the scope in which what is assigned is evaluated
 */
record Targets(Unit unit, Node site, Scope bound, Scope evaluated) {

  /**
   * Binds a target.
   *
   * @param origin what is bound at a path into the value: the position in each sequence on the way
   */
  void bind(Expression target, Function<List<Integer>, Binding.Origin> origin) {
    bind(target, List.of(), origin);
  }

  private void bind(
      Expression target, List<Integer> path, Function<List<Integer>, Binding.Origin> origin) {
    if (target instanceof Expression.Name name) {
      bound.bind(name.id(), new Binding(evaluated, site, origin.apply(path)));
    } else if (target instanceof Expression.Attribute attribute) {
      attribute(attribute, new Binding(evaluated, site, origin.apply(path)));
    } else if (target instanceof Expression.Starred starred) {
      bind(starred.value(), path, ignored -> new Binding.Opaque());
    } else if (target instanceof Expression.Sequence sequence) {
      elements(sequence, path, origin);
    }
  }

  private void elements(
      Expression.Sequence sequence,
      List<Integer> path,
      Function<List<Integer>, Binding.Origin> origin) {
    boolean isStarred = false;
    for (int i = 0; i < sequence.elements().size(); i++) {
      Expression element = sequence.elements().get(i);
      isStarred |= element instanceof Expression.Starred;
      List<Integer> deeper = new ArrayList<>(path);
      deeper.add(i);
      bind(element, deeper, isStarred ? ignored -> new Binding.Opaque() : origin);
    }
  }

  private void attribute(Expression.Attribute target, Binding binding) {
    unit.assigns(target.attribute(), new Unit.AttributeBinding(target.value(), binding));
    if (target.value() instanceof Expression.Name receiver) {
      receiverClass(receiver.id(), binding.scope())
          .ifPresent(symbol -> symbol.addAttribute(target.attribute(), binding));
    }
  }

  /** The class whose instance a name is, because it is the first parameter of a method around. */
  private static Optional<ClassSymbol> receiverClass(String name, Scope scope) {
    return scope
        .owner(name)
        .filter(owner -> owner.isParameter(name))
        .flatMap(owner -> owner.bindings(name).stream().findFirst())
        .map(Binding::origin)
        .map(Binding.Parameter.class::cast)
        .filter(parameter -> parameter.index() == 0)
        .flatMap(Binding.Parameter::function)
        .filter(function -> !isStatic(function))
        .flatMap(FunctionSymbol::owner);
  }

  private static boolean isStatic(FunctionSymbol function) {
    return function.definition().decorators().stream()
        .anyMatch(
            decorator ->
                decorator instanceof Expression.Name name && name.id().equals("staticmethod"));
  }
}
