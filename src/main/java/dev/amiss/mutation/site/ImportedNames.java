package dev.amiss.mutation.site;

import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Node.Alias;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.Import;
import dev.amiss.syntax.Statement.ImportFrom;
import java.util.HashMap;
import java.util.Map;

/**
 * What a module's imports bind, wherever in the file they stand: {@code import typing as t} binds
 * {@code t} to {@code typing}, {@code from typing import TYPE_CHECKING} binds that name.
 */
public final class ImportedNames {

  private final Map<String, String> qualified = new HashMap<>();

  public ImportedNames(PythonModule module) {
    module.tree().all(Statement.class).forEach(this::add);
  }

  private void add(Statement statement) {
    if (statement instanceof Import found) {
      for (Alias name : found.names()) {
        qualified.put(name.bound(), name.alias().isPresent() ? name.name() : name.bound());
      }
    } else if (statement instanceof ImportFrom found && found.level() == 0) {
      for (Alias name : found.names()) {
        qualified.put(name.bound(), found.module() + "." + name.name());
      }
    }
  }

  /** Whether an expression names {@code module.name}, by whatever import. */
  boolean isFrom(Expression expression, String module, String name) {
    return path(expression).equals(module + "." + name);
  }

  /** Whether an expression names a builtin, plainly or through {@code builtins}. */
  boolean isBuiltin(Expression expression, String name) {
    String path = path(expression);
    return path.equals(name) || path.equals("builtins." + name);
  }

  /** The last name of a dotted path, with or without an index behind it; empty for all else. */
  public static String last(Expression expression) {
    if (expression instanceof Subscript subscript) {
      return last(subscript.value());
    }
    if (expression instanceof Attribute attribute) {
      return attribute.attribute();
    }
    return expression instanceof Name name ? name.id() : "";
  }

  /** The dotted path that an expression names, imports resolved; empty where it is no such path. */
  public String path(Expression expression) {
    if (expression instanceof Name name) {
      return qualified.getOrDefault(name.id(), name.id());
    }
    if (expression instanceof Attribute attribute) {
      String value = path(attribute.value());
      return value.isEmpty() ? "" : value + "." + attribute.attribute();
    }
    return "";
  }
}
