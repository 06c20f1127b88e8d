package dev.amiss.semantics;

import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.List;

/** The parts of the model, each of which asks the others. */
final class Model {

  private final StandardLibrary standardLibrary = new StandardLibrary();
  private final Fixpoint fixpoint = new Fixpoint();
  private final Flow flow = new Flow();
  private final Modules modules;
  private final Imports imports = new Imports(this);
  private final Bindings bindings = new Bindings(this);
  private final Inference inference = new Inference(this);
  private final Annotations annotations = new Annotations(this);
  private final Classes classes = new Classes(this);
  private final Implementations implementations = new Implementations(this);
  private final Members members = new Members(this);
  private final Attributes attributes = new Attributes(this);
  private final Generics generics = new Generics(this);
  private final Decorators decorators = new Decorators(this);
  private final Wrappers wrappers = new Wrappers(this);
  private final Results results = new Results(this);
  private final Kinds kinds = new Kinds(this);
  private final Calls calls = new Calls(this);
  private final KnownCalls knownCalls = new KnownCalls(this);
  private final Containers containers = new Containers(this);
  private final HeldTypes heldTypes = new HeldTypes(this);
  private final Fixtures fixtures = new Fixtures(this);

  Model(List<PythonModule> files, List<Path> importRoots) {
    this.modules = new Modules(files, importRoots, standardLibrary);
  }

  StandardLibrary standardLibrary() {
    return standardLibrary;
  }

  Fixpoint fixpoint() {
    return fixpoint;
  }

  Flow flow() {
    return flow;
  }

  Modules modules() {
    return modules;
  }

  Imports imports() {
    return imports;
  }

  Bindings bindings() {
    return bindings;
  }

  Inference inference() {
    return inference;
  }

  Annotations annotations() {
    return annotations;
  }

  Classes classes() {
    return classes;
  }

  Implementations implementations() {
    return implementations;
  }

  Members members() {
    return members;
  }

  Attributes attributes() {
    return attributes;
  }

  Generics generics() {
    return generics;
  }

  Decorators decorators() {
    return decorators;
  }

  Wrappers wrappers() {
    return wrappers;
  }

  Results results() {
    return results;
  }

  Kinds kinds() {
    return kinds;
  }

  Calls calls() {
    return calls;
  }

  KnownCalls knownCalls() {
    return knownCalls;
  }

  Containers containers() {
    return containers;
  }

  HeldTypes heldTypes() {
    return heldTypes;
  }

  Fixtures fixtures() {
    return fixtures;
  }
}
