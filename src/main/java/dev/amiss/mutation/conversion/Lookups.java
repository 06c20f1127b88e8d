package dev.amiss.mutation.conversion;

import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Arithmetic;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.FormattedString;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds {@code getattr(self, f"handle_{name}")}: methods found by a name made at run time. */
final class Lookups {

  private final Project project;
  private final Map<String, List<FunctionDeclaration>> methods = new HashMap<>();

  /** How a name begins and ends. */
  private record Pattern(String head, String tail) {
    boolean fits(String name) {
      return name.length() >= head.length() + tail.length()
          && name.startsWith(head)
          && name.endsWith(tail)
          && !name.startsWith("__");
    }

    boolean isOpen() {
      return head.isEmpty() && tail.isEmpty();
    }
  }

  Lookups(Project project, List<FunctionDeclaration> functions) {
    this.project = project;
    for (FunctionDeclaration function : functions) {
      if (project.program().enclosingClass(function).isPresent()) {
        methods
            .computeIfAbsent(function.definition().name().id(), key -> new ArrayList<>())
            .add(function);
      }
    }
  }

  List<Dispatch> all() {
    List<Dispatch> found = new ArrayList<>();
    for (PythonModule module : project.program().modules()) {
      if (module.source().text().contains("getattr")) {
        module
            .tree()
            .all(Call.class)
            .filter(Lookups::isLookup)
            .forEach(call -> dispatch(module, call).ifPresent(found::add));
      }
    }
    return found;
  }

  private static boolean isLookup(Call call) {
    return call.function() instanceof Name name
        && name.id().equals("getattr")
        && call.arguments().size() >= 2
        && !(call.arguments().get(1).value() instanceof StringLiteral);
  }

  private Optional<Dispatch> dispatch(PythonModule module, Call call) {
    Optional<FunctionDef> around =
        project.place(module, call) instanceof Place.InFunction in
            ? Optional.of(in.function())
            : Optional.empty();
    Pattern pattern = pattern(call.arguments().get(1).value(), module, around);
    boolean isOwn =
        call.arguments().get(0).value() instanceof Name receiver
            && (receiver.id().equals("self") || receiver.id().equals("cls"))
            && around.isPresent();
    if (pattern.isOpen() && !isOwn) {
      return Optional.empty();
    }
    Set<FunctionDeclaration> members = new LinkedHashSet<>();
    methods.forEach(
        (name, declared) -> {
          if (pattern.fits(name)) {
            declared.stream()
                .filter(each -> !isOwn || isOwn(each, around.orElseThrow()))
                .forEach(members::add);
          }
        });
    Found found = new Found(project, module);
    found.follow(call);
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Dispatch(
                Project.at(module, call), members, found.plain(), isOwn && found.isUnderstood()));
  }

  private boolean isOwn(FunctionDeclaration method, FunctionDef around) {
    return project.program().areRelated(method, project.function(around));
  }

  private Pattern pattern(Expression name, PythonModule module, Optional<FunctionDef> around) {
    if (name instanceof FormattedString text) {
      return pattern(module.text(text), text);
    }
    if (name instanceof Arithmetic sum) {
      List<Expression> operands = sum.operands();
      return new Pattern(literal(operands.get(0)), literal(operands.get(operands.size() - 1)));
    }
    if (name instanceof Name variable && around.isPresent()) {
      return around
          .orElseThrow()
          .all(Statement.Assign.class)
          .filter(assign -> assign.targets().size() == 1)
          .filter(
              assign ->
                  assign.targets().get(0) instanceof Name target
                      && target.id().equals(variable.id()))
          .map(Statement.Assign::value)
          .filter(value -> !(value instanceof Name))
          .map(value -> pattern(value, module, Optional.empty()))
          .findFirst()
          .orElse(new Pattern("", ""));
    }
    return new Pattern("", "");
  }

  private static String literal(Expression operand) {
    return operand instanceof StringLiteral literal ? literal.value().orElse("") : "";
  }

  private static Pattern pattern(String text, FormattedString literal) {
    if (literal.fields().isEmpty() || !text.matches("(?s)[fF](['\"]).*")) {
      return new Pattern("", "");
    }
    int start = literal.span().start();
    int first = text.lastIndexOf('{', literal.fields().get(0).value().span().start() - start);
    int end = literal.fields().get(literal.fields().size() - 1).value().span().end() - start;
    int last = text.indexOf('}', end);
    return first < 2 || last < 0
        ? new Pattern("", "")
        : new Pattern(text.substring(2, first), text.substring(last + 1, text.length() - 1));
  }
}
