package dev.amiss.semantics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which methods override which. */
final class Family {

  private final Model model;
  private Optional<List<ClassSymbol>> protocols = Optional.empty();

  Family(Model model) {
    this.model = model;
  }

  /** The methods of the project's subclasses, and of classes that fit a protocol, of that name. */
  List<FunctionSymbol> overriding(FunctionSymbol method) {
    Set<FunctionSymbol> found = new LinkedHashSet<>();
    method
        .owner()
        .ifPresent(
            owner ->
                model.implementations().below(owner).stream()
                    .flatMap(below -> declared(below, method.name()).stream())
                    .forEach(found::add));
    found.remove(method);
    return List.copyOf(found);
  }

  /** The methods of the project that this one overrides or implements. */
  List<FunctionSymbol> overridden(FunctionSymbol method) {
    if (method.owner().isEmpty()) {
      return List.of();
    }
    ClassSymbol owner = method.owner().orElseThrow();
    Set<FunctionSymbol> found = new LinkedHashSet<>();
    for (Classes.Ancestor ancestor : model.classes().order(owner)) {
      ancestor
          .symbol()
          .filter(symbol -> symbol != owner && symbol.unit().where() == Callee.Where.PROJECT)
          .ifPresent(symbol -> found.addAll(declared(symbol, method.name())));
    }
    for (ClassSymbol protocol : protocols()) {
      List<FunctionSymbol> asked = declared(protocol, method.name());
      // Most protocols ask for nothing of that name; who fits one is worked out with much effort.
      if (!asked.isEmpty()
          && protocol != owner
          && model.implementations().below(protocol).contains(owner)) {
        found.addAll(asked);
      }
    }
    return List.copyOf(found);
  }

  /** Few of a large project's classes; going through all for each method takes half of planning. */
  private List<ClassSymbol> protocols() {
    if (protocols.isEmpty()) {
      protocols =
          Optional.of(
              model.modules().classes().stream().filter(model.classes()::isProtocol).toList());
    }
    return protocols.orElseThrow();
  }

  /** The ancestor outside the project that declares the method too, or may do so. */
  Optional<String> overriddenOutside(FunctionSymbol method) {
    return method
        .owner()
        .flatMap(
            owner ->
                model.classes().order(owner).stream()
                    .filter(ancestor -> declaresOutside(ancestor, method.name()))
                    .map(Classes.Ancestor::name)
                    .findFirst());
  }

  private static boolean declaresOutside(Classes.Ancestor ancestor, String name) {
    return ancestor
        .symbol()
        .map(symbol -> symbol.unit().where() != Callee.Where.PROJECT && symbol.declares(name))
        .orElse(!KnownNames.ADDS_NO_ASYNC_MEMBERS.contains(ancestor.name()));
  }

  private static List<FunctionSymbol> declared(ClassSymbol symbol, String name) {
    List<FunctionSymbol> functions = new ArrayList<>();
    for (Binding binding : symbol.inner().bindings(name)) {
      if (binding.origin() instanceof Binding.DefinedFunction function) {
        functions.add(function.symbol());
      }
    }
    return functions;
  }
}
