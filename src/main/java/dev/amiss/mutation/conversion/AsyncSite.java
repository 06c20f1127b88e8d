package dev.amiss.mutation.conversion;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.PathText;
import dev.amiss.mutation.Siblings;
import dev.amiss.mutation.site.Fingerprints;
import dev.amiss.semantics.Callee;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.source.Position;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.List;
import java.util.Optional;

/**
 * A plain {@code def} of the code under test, and what comes of making it {@code async}.
 *
 * @param variant whether it is alone in it or with its family
 * @param ordinal which of the functions of that name and text it is in its file, from 0
 */
public record AsyncSite(
    FunctionDeclaration function, Variant variant, int ordinal, Cascade.Outcome outcome) {

  /** How many functions are meant. */
  public enum Variant {
    ONE,
    /** The functions of a table, of a class or of a line of overrides, all at once. */
    FAMILY;

    String label() {
      return this == ONE ? "one" : "family";
    }
  }

  /** The mutant, or the ignored site, that an operator makes of this. */
  public Mutant mutant(String operator, Program program) {
    return mutant(operator, program, plan(program));
  }

  /** The same, with something else done there. */
  public Mutant mutant(String operator, Program program, Mutant.Plan plan) {
    PythonModule module = function.module();
    FunctionDef definition = function.definition();
    Position start = module.start(definition);
    String path = PathText.of(module.path());
    String name = program.qualifiedName(module, definition);
    return new Mutant(
        "%s:%s:%s:%s".formatted(path, start, operator, variant.label()),
        Fingerprints.of(
            List.of(
                path,
                name,
                module.text(definition),
                operator,
                variant.label(),
                String.valueOf(ordinal))),
        operator,
        Optional.of(variant.label()),
        module.path(),
        start,
        module.lines().position(definition.name().span().end()),
        name,
        new Callee(
            function.qualifiedName(),
            Callee.Known.STATIC,
            Callee.Where.PROJECT,
            program.kind(function),
            List.of(function)),
        Optional.empty(),
        false,
        Siblings.NONE,
        Optional.empty(),
        plan,
        untouched(),
        Optional.empty());
  }

  private Mutant.Plan plan(Program program) {
    if (outcome instanceof Cascade.Refused refused) {
      return new Mutant.Ignored(refused.reason());
    }
    return new Mutant.Planted(((Cascade.Done) outcome).conversion().mutation(program));
  }

  private List<String> untouched() {
    return outcome instanceof Cascade.Done done
        ? List.copyOf(done.conversion().untouched())
        : List.of();
  }
}
