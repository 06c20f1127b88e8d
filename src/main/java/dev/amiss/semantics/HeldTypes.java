package dev.amiss.semantics;

import java.util.List;
import java.util.Optional;

/** Tells what others need to know of a value: the classes it may be an instance of. */
final class HeldTypes {

  /** Types of types of types: deeper ones are left undecided. */
  private static final int DEEPEST = 3;

  private final Model model;

  HeldTypes(Model model) {
    this.model = model;
  }

  /** One entry for each alternative, never none. */
  List<HeldType> of(Value value) {
    return of(value, 0);
  }

  private List<HeldType> of(Value value, int depth) {
    return value.alternatives().stream().map(each -> one(each, depth)).toList();
  }

  private HeldType one(Value value, int depth) {
    if (value == Value.Simple.NONE) {
      return HeldType.named("None");
    } else if (value instanceof Value.ExternalInstance external) {
      return HeldType.named(external.name());
    } else if (value instanceof Value.Instance instance && depth < DEEPEST) {
      ClassSymbol symbol = instance.symbol();
      return new HeldType(
          symbol.qualifiedName(),
          model.classes().order(symbol).stream().map(Classes.Ancestor::name).toList(),
          instance.arguments().stream().map(argument -> of(argument, depth + 1)).toList(),
          Optional.of(symbol.definition()));
    }
    return HeldType.named(HeldType.UNKNOWN);
  }
}
