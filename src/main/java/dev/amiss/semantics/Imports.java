package dev.amiss.semantics;

import dev.amiss.syntax.DottedName;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What imports bring in. */
final class Imports {

  private final Model model;

  Imports(Model model) {
    this.model = model;
  }

  /** {@code import a.b.c as d} gives the last module, {@code import a.b.c} the first. */
  Value imported(Node.Alias alias, Unit unit) {
    String name = alias.alias().isPresent() ? alias.name() : alias.bound();
    return model
        .modules()
        .absolute(name, unit)
        .<Value>map(Value.ModuleObject::new)
        .orElseGet(() -> unseen(name));
  }

  Value importedFrom(Statement.ImportFrom statement, Node.Alias alias, Unit unit) {
    Optional<ModuleName> module = model.modules().of(statement, unit);
    if (module.isEmpty()) {
      return statement.level() == 0
          ? unseen(statement.module() + "." + alias.name())
          : Value.Simple.UNKNOWN;
    }
    ModuleName source = module.orElseThrow();
    boolean isOwn = source.unit().filter(own -> own == unit).isPresent();
    Optional<ModuleName> submodule =
        isOwn ? model.modules().submodule(source, alias.name()) : Optional.empty();
    return submodule
        .<Value>map(Value.ModuleObject::new)
        .orElseGet(() -> member(source, alias.name()));
  }

  /** What {@code module.name} is. */
  Value member(ModuleName module, String name) {
    Optional<Value> bound = module.unit().flatMap(unit -> global(unit, name));
    return bound
        .or(() -> model.modules().submodule(module, name).map(Value.ModuleObject::new))
        .orElse(Value.Simple.UNKNOWN);
  }

  /** What a name of a module holds once it has been imported; empty where nothing binds it. */
  Optional<Value> global(Unit unit, String name) {
    return global(unit, name, new HashSet<>());
  }

  /** What a module's own name holds once it has been imported; empty where it binds none such. */
  private Optional<Value> global(Unit unit, String name, Set<Unit> seen) {
    if (!seen.add(unit)) {
      return Optional.empty();
    }
    List<Binding> bindings = unit.scope().bindings(name);
    if (!bindings.isEmpty()) {
      return Optional.of(
          Value.join(
              model.flow().atLast(unit.scope(), bindings).stream()
                  .map(model.bindings()::value)
                  .toList()));
    }
    return starred(unit, name, seen);
  }

  /** What a star import of a module brings in under a name; empty where none does. */
  Optional<Value> starred(Unit unit, String name) {
    Set<Unit> seen = new HashSet<>();
    seen.add(unit);
    return starred(unit, name, seen);
  }

  private Optional<Value> starred(Unit unit, String name, Set<Unit> seen) {
    List<Statement.ImportFrom> stars = unit.scope().starImports();
    Optional<Value> unseen = Optional.empty();
    for (int i = stars.size() - 1; i >= 0; i--) {
      Optional<ModuleName> module = model.modules().of(stars.get(i), unit);
      if (module.isEmpty()) {
        unseen = Optional.of(Value.Simple.UNKNOWN);
        continue;
      }
      Optional<Value> found =
          module
              .flatMap(ModuleName::unit)
              .filter(source -> exports(source, name))
              .flatMap(source -> global(source, name, seen));
      if (found.isPresent()) {
        // A star import of something unseen that comes later may have replaced it.
        return unseen.isPresent() ? unseen : found;
      }
    }
    return unseen;
  }

  /** Whether {@code from unit import *} brings in the name. */
  private boolean exports(Unit unit, String name) {
    List<Binding> all = unit.scope().bindings("__all__");
    if (all.isEmpty()) {
      return !name.startsWith("_");
    }
    return all.size() > 1 || literal(all.get(0)).map(names -> names.contains(name)).orElse(true);
  }

  private static Optional<List<String>> literal(Binding binding) {
    Optional<Expression> value =
        binding.origin() instanceof Binding.Assigned assigned
            ? Optional.of(assigned.value())
            : binding.origin() instanceof Binding.Declared declared
                ? declared.value()
                : Optional.empty();
    return value
        .filter(Expression.Sequence.class::isInstance)
        .map(sequence -> ((Expression.Sequence) sequence).elements())
        .filter(elements -> elements.stream().allMatch(Expression.StringLiteral.class::isInstance))
        .map(
            elements ->
                elements.stream()
                    .map(element -> ((Expression.StringLiteral) element).value().orElse(""))
                    .toList());
  }

  /** What has no source here: the standard library's, a library's, or a missing file's. */
  private Value unseen(String name) {
    return model.modules().isOurs(DottedName.first(name))
        ? Value.Simple.UNKNOWN
        : new Value.External(name);
  }
}
