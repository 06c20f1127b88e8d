package dev.amiss.store;

import dev.amiss.store.Definition.LookUp;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which a piece of code can come at another: names, attributes, keywords, parameters
 * (a fixture is asked for by one), and the words in its strings ({@code getattr(x, "close")},
 * {@code usefixtures("server")}).
 */
final class Mentions {

  private static final Pattern NO_WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

  /** What an import calls otherwise than where it is defined, by that other name. */
  private final Map<String, Set<String>> aliases;

  /** Functions that find something by a name made at run time. */
  private static final Set<String> LOOK_UPS =
      Set.of("eval", "exec", "globals", "__import__", "import_module");

  private final Set<String> found = new HashSet<>();
  private final Set<String> modules = new HashSet<>();
  private LookUp lookUp = LookUp.NOTHING;

  Mentions(Map<String, Set<String>> aliases) {
    this.aliases = aliases;
  }

  /** Everything that a node and all below it mention. */
  Mentions addAll(Node node) {
    node.descendants().forEach(this::add);
    return this;
  }

  /**
   * What an import at the head of a file leads to: modules, and not yet what it takes from them.
   */
  Mentions addModules(Statement statement, Set<String> known) {
    if (statement instanceof Statement.Import plain) {
      plain.names().forEach(alias -> imported(alias.name()));
    } else if (statement instanceof Statement.ImportFrom from) {
      imported(from.module());
      from.names().stream().map(Node.Alias::name).filter(known::contains).forEach(modules::add);
    }
    return this;
  }

  Set<String> found() {
    return found;
  }

  /** What is found, and the modules that the head of a file imports. */
  Set<String> withModules() {
    Set<String> all = new HashSet<>(found);
    all.addAll(modules);
    return all;
  }

  private void imported(String module) {
    modules.addAll(Arrays.asList(module.split("\\.", -1)));
  }

  /** What is looked up by a name that does not stand there as a string. */
  LookUp lookUp() {
    return lookUp;
  }

  private void add(Node node) {
    if (node instanceof Expression.Name name) {
      name(name.id());
    } else if (node instanceof Expression.Attribute attribute) {
      name(attribute.attribute());
    } else if (node instanceof Expression.StringLiteral literal) {
      literal.value().ifPresent(this::words);
    } else if (node instanceof Node.Argument argument) {
      argument.keyword().ifPresent(this::name);
    } else if (node instanceof Node.Parameter parameter) {
      name(parameter.name());
    } else if (node instanceof Node.Alias alias) {
      words(alias.name());
    } else if (node instanceof Statement.ImportFrom from) {
      words(from.module());
    } else if (node instanceof Expression.Call call) {
      LookUp more = lookUp(call);
      lookUp = more.compareTo(lookUp) > 0 ? more : lookUp;
    }
  }

  private static LookUp lookUp(Expression.Call call) {
    String function =
        call.function() instanceof Expression.Name name
            ? name.id()
            : call.function() instanceof Expression.Attribute attribute
                ? attribute.attribute()
                : "";
    boolean isOfAttributes = function.equals("getattr") || function.equals("methodcaller");
    if (!isOfAttributes && !LOOK_UPS.contains(function)) {
      return LookUp.NOTHING;
    }
    int name = function.equals("getattr") ? 1 : 0;
    List<Node.Argument> arguments = call.arguments();
    if (arguments.size() > name
        && arguments.get(name).value() instanceof Expression.StringLiteral) {
      return LookUp.NOTHING;
    }
    return isOfAttributes ? LookUp.ATTRIBUTES : LookUp.EVERYTHING;
  }

  private void words(String text) {
    Arrays.stream(NO_WORD.split(text)).forEach(this::name);
  }

  private void name(String name) {
    if (found.add(name)) {
      aliases.getOrDefault(name, Set.of()).forEach(this::name);
    }
  }
}
