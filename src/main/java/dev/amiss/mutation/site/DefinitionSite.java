package dev.amiss.mutation.site;

import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.PathText;
import dev.amiss.mutation.Siblings;
import dev.amiss.semantics.Callee;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.syntax.PythonModule;
import java.util.List;
import java.util.Optional;

/** A {@code def} as the place that a mutant, or an ignored site, is about. */
public record DefinitionSite(Program program, FunctionDeclaration declaration) {

  /** The ignored site that an operator makes of this. */
  public Mutant ignored(String operator, String reason) {
    PythonModule module = declaration.module();
    String path = PathText.of(module.path());
    String function = program.qualifiedName(module, declaration.definition());
    return new Mutant(
        "%s:%s:%s".formatted(path, module.start(declaration.definition()), operator),
        Fingerprints.of(
            List.of(path, function, module.text(declaration.definition()), operator, "", "def")),
        operator,
        Optional.empty(),
        module.path(),
        module.start(declaration.definition()),
        module.lines().position(declaration.definition().name().span().end()),
        function,
        new Callee(
            declaration.qualifiedName(),
            Callee.Known.STATIC,
            Callee.Where.PROJECT,
            Callee.Kind.COROUTINE,
            List.of(declaration)),
        Optional.empty(),
        false,
        Siblings.NONE,
        Optional.empty(),
        new Mutant.Ignored(reason));
  }
}
