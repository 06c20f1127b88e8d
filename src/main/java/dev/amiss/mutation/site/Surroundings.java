package dev.amiss.mutation.site;

import dev.amiss.semantics.Program;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.ClassDef;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A module, and what each of its nodes stands in. */
public final class Surroundings {

  /** The name of the function that module-level code stands in. */
  private static final String MODULE = "<module>";

  private final PythonModule module;
  private final Ancestry ancestry;

  public Surroundings(Program program, PythonModule module) {
    this.module = module;
    this.ancestry = program.ancestry(module);
  }

  public PythonModule module() {
    return module;
  }

  public Ancestry ancestry() {
    return ancestry;
  }

  /** What a node stands directly in. Only the module itself stands in nothing. */
  Node parent(Node node) {
    return ancestry.parent(node).orElseThrow();
  }

  /** The statements that one stands among. */
  public List<Statement> block(Statement statement) {
    return Blocks.of(parent(statement)).stream()
        .filter(block -> block.stream().anyMatch(found -> found == statement))
        .findFirst()
        .orElseThrow();
  }

  /** The innermost statement that a node is a part of. */
  public Statement statement(Node node) {
    return ancestry
        .ancestors(node)
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Each step from a node outwards, up to the module. */
  Stream<Step> outwards(Node node) {
    return Stream.iterate(
            step(node), Optional::isPresent, step -> step.flatMap(inner -> step(inner.outer())))
        .map(Optional::orElseThrow);
  }

  /** Each step from a node outwards that does not leave the body of the function it stands in. */
  Stream<Step> outwardsInFunction(Node node) {
    return outwards(node).takeWhile(step -> !step.entersFunction());
  }

  private Optional<Step> step(Node inner) {
    return ancestry.parent(inner).map(outer -> new Step(inner, outer));
  }

  /** The innermost function whose body a node stands in. */
  public Optional<FunctionDef> function(Node node) {
    return outwards(node)
        .filter(step -> step.outer() instanceof FunctionDef && step.inner() instanceof Statement)
        .map(step -> (FunctionDef) step.outer())
        .findFirst();
  }

  /** The name of the innermost function that a node stands in, as {@code __qualname__} has it. */
  String qualifiedName(Node node) {
    return function(node).map(this::qualifiedNameOf).orElse(MODULE);
  }

  private String qualifiedNameOf(FunctionDef function) {
    List<String> names = new ArrayList<>(List.of(function.name().id()));
    outwards(function)
        .filter(step -> step.inner() instanceof Statement)
        .forEach(
            step -> {
              if (step.outer() instanceof ClassDef type) {
                names.add(type.name().id());
              } else if (step.outer() instanceof FunctionDef outer) {
                names.add("<locals>");
                names.add(outer.name().id());
              }
            });
    Collections.reverse(names);
    return String.join(".", names);
  }

  /** The text of the function that a node stands in; outside any, of its outermost statement. */
  String functionText(Node node) {
    return function(node).map(module::text).orElseGet(() -> module.text(outermostStatement(node)));
  }

  private Node outermostStatement(Node node) {
    return outwards(node)
        .filter(step -> step.outer() instanceof Node.Module)
        .map(Step::inner)
        .findFirst()
        .orElse(node);
  }

  /** A node, and what it stands directly in. */
  record Step(Node inner, Node outer) {

    /** Whether the inner node runs only when the outer one, a function, is called. */
    boolean entersFunction() {
      return (outer instanceof FunctionDef && inner instanceof Statement)
          || (outer instanceof dev.amiss.syntax.Expression.Lambda lambda && lambda.body() == inner);
    }

    /** Whether the inner node is one of these very nodes. */
    boolean isAmong(List<? extends Node> nodes) {
      return nodes.stream().anyMatch(node -> node == inner);
    }
  }
}
