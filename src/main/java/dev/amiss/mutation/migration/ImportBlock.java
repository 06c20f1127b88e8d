package dev.amiss.mutation.migration;

import dev.amiss.semantics.Program;
import dev.amiss.source.Edit;
import dev.amiss.syntax.DottedName;
import dev.amiss.syntax.Expression.StringLiteral;
import dev.amiss.syntax.Node.Alias;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.Import;
import dev.amiss.syntax.Statement.ImportFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The imports that a module begins with, and where further ones go: in the group and at the place
 * where isort would put them, behind the docstring and {@code from __future__ import …}.
 */
final class ImportBlock {

  private final Program program;
  private final PythonModule module;
  private final List<Statement> run;

  /** Groups in the order in which they stand. */
  private enum Group {
    STANDARD,
    LIBRARY,
    PROJECT
  }

  ImportBlock(Program program, PythonModule module) {
    this.program = program;
    this.module = module;
    this.run = run(module.tree().body());
  }

  /** The first imports that stand one behind the other, those of the future left out. */
  private static List<Statement> run(List<Statement> body) {
    List<Statement> run = new ArrayList<>();
    for (Statement statement : body) {
      if (isImport(statement) && !isFuture(statement)) {
        run.add(statement);
      } else if (!run.isEmpty()) {
        return run;
      }
    }
    return run;
  }

  static boolean isImport(Statement statement) {
    return statement instanceof Import || statement instanceof ImportFrom;
  }

  private static boolean isFuture(Statement statement) {
    return statement instanceof ImportFrom from && from.module().equals("__future__");
  }

  /** A {@code from … import} of the block that a name can join on its one line. */
  Optional<ImportFrom> joinable(NewImport wanted) {
    return run.stream()
        .filter(ImportFrom.class::isInstance)
        .map(ImportFrom.class::cast)
        .filter(from -> from.level() == 0 && from.module().equals(wanted.module()))
        .filter(from -> !from.isStar() && !wanted.name().isEmpty())
        .filter(from -> module.text(from).matches("[^\\r\\n\\\\(]*"))
        .findFirst();
  }

  /** Where a name stands among those of a {@code from} import, sorted as isort does. */
  static int index(ImportFrom from, String name) {
    int index = 0;
    for (Alias alias : from.names()) {
      if (alias.name().compareTo(name) < 0) {
        index++;
      }
    }
    return index;
  }

  /** The edit that lets a name join a {@code from} import. */
  static Edit joining(ImportFrom from, String name) {
    int index = index(from, name);
    return index < from.names().size()
        ? Edit.insert(from.names().get(index).span().start(), name + ", ")
        : Edit.insert(from.span().end(), ", " + name);
  }

  /** Adds imports as lines of their own. */
  void add(List<NewImport> wanted, Additions additions) {
    List<NewImport> sorted = wanted.stream().sorted().toList();
    List<NewImport> standard = in(Group.STANDARD, sorted);
    List<NewImport> library = in(Group.LIBRARY, sorted);
    if (run.isEmpty()) {
      addFirst(standard, library, additions);
    } else {
      add(standard, Group.STANDARD, additions);
      add(library, Group.LIBRARY, additions);
    }
  }

  private List<NewImport> in(Group group, List<NewImport> wanted) {
    return wanted.stream().filter(each -> group(each.module(), 0) == group).toList();
  }

  private void add(List<NewImport> wanted, Group group, Additions additions) {
    if (wanted.isEmpty()) {
      return;
    }
    List<Statement> same = run.stream().filter(each -> group(each) == group).toList();
    if (same.isEmpty()) {
      addGroup(lines(wanted), group, additions);
      return;
    }
    for (NewImport each : wanted) {
      List<Statement> before =
          same.stream().filter(known -> key(known).compareTo(each.key()) <= 0).toList();
      additions.add(
          before.isEmpty() ? lineOf(same.get(0)) : lineAfter(before.get(before.size() - 1)),
          each.text() + "\n");
    }
  }

  /** A group of its own, behind those that come before it. */
  private void addGroup(String lines, Group group, Additions additions) {
    List<Statement> before = run.stream().filter(each -> group(each).compareTo(group) < 0).toList();
    if (before.isEmpty()) {
      additions.add(lineOf(run.get(0)), lines + "\n");
    } else {
      int offset = lineAfter(before.get(before.size() - 1));
      boolean isFollowed = before.size() < run.size() && !isBlankLine(offset);
      additions.add(offset, "\n" + lines + (isFollowed ? "\n" : ""));
    }
  }

  /** The first imports of a module that had none. */
  private void addFirst(List<NewImport> standard, List<NewImport> library, Additions additions) {
    String gap = standard.isEmpty() || library.isEmpty() ? "" : "\n";
    String lines = lines(standard) + gap + lines(library);
    if (lines.isEmpty()) {
      return;
    }
    List<Statement> body = module.tree().body();
    int head = 0;
    while (head < body.size() && (isDocstring(body, head) || isFuture(body.get(head)))) {
      head++;
    }
    if (head > 0) {
      int offset = lineAfter(body.get(head - 1));
      additions.add(offset, "\n" + lines + (isBlankLine(offset) ? "" : "\n"));
    } else {
      additions.add(TopLevel.start(module, body.get(0)), lines + "\n");
    }
  }

  private static boolean isDocstring(List<Statement> body, int index) {
    return index == 0
        && body.get(0) instanceof Statement.ExpressionStatement first
        && first.expression() instanceof StringLiteral;
  }

  private static String lines(List<NewImport> imports) {
    StringBuilder lines = new StringBuilder();
    imports.forEach(each -> lines.append(each.text()).append('\n'));
    return lines.toString();
  }

  private Group group(Statement statement) {
    return statement instanceof ImportFrom from
        ? group(from.module(), from.level())
        : group(((Import) statement).names().get(0).name(), 0);
  }

  private Group group(String name, int level) {
    String top = DottedName.first(name);
    if (level > 0 || program.isOurs(top)) {
      return Group.PROJECT;
    }
    return program.isStandard(top) ? Group.STANDARD : Group.LIBRARY;
  }

  private static String key(Statement statement) {
    return statement instanceof ImportFrom from
        ? "1" + from.module().toLowerCase(Locale.ROOT)
        : "0" + ((Import) statement).names().get(0).name().toLowerCase(Locale.ROOT);
  }

  private int lineOf(Statement statement) {
    return module.lines().start(module.start(statement).line());
  }

  private int lineAfter(Statement statement) {
    return TopLevel.lineAfter(module, statement);
  }

  private boolean isBlankLine(int offset) {
    String text = module.source().text();
    return offset < text.length()
        && module.lines().line(module.lines().position(offset).line()).isBlank();
  }
}
