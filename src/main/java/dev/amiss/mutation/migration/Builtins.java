package dev.amiss.mutation.migration;

import java.util.Set;

/** Names that Python and pydantic have given a meaning. */
final class Builtins {

  /** Classes that are always at hand, and say by their name what a value is. */
  static final Set<String> TYPES =
      Set.of(
          "bool",
          "bytes",
          "complex",
          "dict",
          "float",
          "frozenset",
          "int",
          "list",
          "object",
          "set",
          "str",
          "tuple");

  /** Of those, the ones whose instances pydantic hands on as they are. */
  static final Set<String> SCALARS = Set.of("bool", "bytes", "float", "int", "str");

  /** Builtin classes with a name that a function's may come to. */
  static final Set<String> CLASSES =
      Set.of("Ellipsis", "Exception", "False", "None", "NotImplemented", "True", "Warning");

  static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  /** What every pydantic model has already, in its first version or its second. */
  static final Set<String> MODEL_ATTRIBUTES =
      Set.of(
          "Config",
          "construct",
          "copy",
          "dict",
          "fields",
          "from_orm",
          "json",
          "parse_file",
          "parse_obj",
          "parse_raw",
          "schema",
          "schema_json",
          "update_forward_refs",
          "validate");

  private Builtins() {}

  /** Whether a text can stand as {@code name=} in a call. */
  static boolean isKeyword(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_]*") && !KEYWORDS.contains(text);
  }
}
