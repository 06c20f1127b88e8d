package dev.amiss.semantics;

import dev.amiss.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What the places that bind a name give it. */
final class Bindings {

  private final Model model;

  Bindings(Model model) {
    this.model = model;
  }

  Value value(Binding binding) {
    return model.fixpoint().value(binding, () -> compute(binding));
  }

  private Value compute(Binding binding) {
    Scope scope = binding.scope();
    Unit unit = scope.unit();
    Binding.Origin origin = binding.origin();
    if (origin instanceof Binding.Assigned assigned) {
      return model
          .containers()
          .unpacked(model.inference().value(assigned.value(), scope), assigned.path());
    } else if (origin instanceof Binding.Declared declared) {
      return declared(declared, scope);
    } else if (origin instanceof Binding.Parameter parameter) {
      return parameter(parameter);
    } else if (origin instanceof Binding.DefinedFunction function) {
      return model.decorators().decorated(function.symbol());
    } else if (origin instanceof Binding.DefinedClass defined) {
      return model.decorators().decorated(defined.symbol());
    } else if (origin instanceof Binding.Imported imported) {
      return model.imports().imported(imported.alias(), unit);
    } else if (origin instanceof Binding.ImportedFrom imported) {
      return model.imports().importedFrom(imported.statement(), imported.alias(), unit);
    } else if (origin instanceof Binding.Iterated iterated) {
      return iterated(iterated, scope);
    } else if (origin instanceof Binding.Entered entered) {
      Value context = model.inference().value(entered.context(), scope);
      Value target = model.containers().entered(context, entered.isAsync());
      return model.containers().unpacked(target, entered.path());
    } else if (origin instanceof Binding.Caught caught) {
      return caught.isGroup() ? Value.Simple.UNKNOWN : caught(caught, scope);
    } else if (origin instanceof Binding.Alias alias) {
      return new Value.Form(model.annotations().held(alias.value(), scope));
    } else if (origin instanceof Binding.TypeParameter typed) {
      Value bound =
          typed
              .parameter()
              .bound()
              .map(expression -> model.annotations().held(expression, scope))
              .orElse(Value.Simple.UNKNOWN);
      return new Value.TypeVariable(new Value.Identity(typed.parameter()), bound);
    }
    return Value.Simple.UNKNOWN;
  }

  private Value declared(Binding.Declared declared, Scope scope) {
    boolean saysNothing = model.annotations().saysNothing(declared.annotation(), scope);
    if (saysNothing && declared.value().isPresent()) {
      return model.inference().value(declared.value().orElseThrow(), scope);
    }
    if (model.annotations().isTypeAlias(declared.annotation(), scope)) {
      return declared
          .value()
          .<Value>map(value -> new Value.Form(model.annotations().held(value, scope)))
          .orElse(Value.Simple.UNKNOWN);
    }
    return model.annotations().held(declared.annotation(), scope);
  }

  private Value iterated(Binding.Iterated iterated, Scope scope) {
    Value iterable = model.inference().value(iterated.iterable(), scope);
    Value element =
        iterated.isAsync()
            ? model.containers().asyncElement(iterable)
            : model.containers().element(iterated.iterable(), iterable, scope);
    return model.containers().unpacked(element, iterated.path());
  }

  private Value caught(Binding.Caught caught, Scope scope) {
    List<Value> types =
        caught.types().stream().map(type -> model.annotations().held(type, scope)).toList();
    return types.isEmpty() ? Value.Simple.UNKNOWN : Value.join(types);
  }

  private Value parameter(Binding.Parameter parameter) {
    if (parameter.function().isEmpty()) {
      return Value.Simple.UNKNOWN;
    }
    FunctionSymbol function = parameter.function().orElseThrow();
    Optional<Expression> annotation = parameter.parameter().annotation();
    if (annotation.isEmpty()) {
      return receiver(parameter, function)
          .orElseGet(() -> model.fixtures().value(function, parameter.parameter()));
    }
    Value held = model.annotations().held(annotation.orElseThrow(), function.annotationScope());
    return switch (parameter.parameter().kind()) {
      case VAR_POSITIONAL -> model.containers().builtin("tuple", held);
      case VAR_KEYWORD ->
          model.containers().builtin("dict", model.containers().builtin("str"), held);
      case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, KEYWORD_ONLY -> held;
    };
  }

  /** {@code self} or {@code cls}. */
  private Optional<Value> receiver(Binding.Parameter parameter, FunctionSymbol function) {
    if (parameter.index() != 0 || function.owner().isEmpty()) {
      return Optional.empty();
    }
    ClassSymbol owner = function.owner().orElseThrow();
    List<Value> own = model.generics().ownParameters(owner);
    return switch (model.decorators().descriptor(function)) {
      case STATIC -> Optional.empty();
      case CLASS -> Optional.of(new Value.ClassObject(owner, own, false));
      case NONE, PROPERTY -> Optional.of(new Value.Instance(owner, own, false));
    };
  }
}
