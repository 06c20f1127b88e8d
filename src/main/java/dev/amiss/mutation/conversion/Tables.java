package dev.amiss.mutation.conversion;

import dev.amiss.mutation.site.ImportedNames;
import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Attribute;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Dict;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Sequence;
import dev.amiss.syntax.Expression.Subscript;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds dict tables and loops of functions, and follows what is taken out of them. */
final class Tables {

  private static final Set<String> LOOKS_UP = Set.of("get", "pop");
  private static final Set<String> ONLY_KEYS = Set.of("keys", "update", "clear", "__contains__");
  private static final Set<String> ABOUT_KEYS =
      Set.of("bool", "frozenset", "iter", "len", "list", "set", "sorted", "tuple");

  private final Project project;
  private final Map<String, List<Mention>> mentions = new HashMap<>();

  /**
   * What holds functions.
   *
   * @param name the last name that a table goes by; empty for a loop
   * @param at where it was met first
   */
  record Key(String name, String at, Optional<Name> loop, Optional<PythonModule> module) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && name.equals(key.name)
          && (!name.isEmpty() || at.equals(key.at));
    }

    @Override
    public int hashCode() {
      return name.isEmpty() ? at.hashCode() : name.hashCode();
    }
  }

  private record Mention(PythonModule module, Expression expression) {}

  Tables(Project project) {
    this.project = project;
  }

  /** Finds where tables are mentioned: those of these names, out of the project's many names. */
  void lookFor(Collection<Key> keys) {
    keys.stream().filter(key -> key.loop().isEmpty()).forEach(this::lookFor);
    if (mentions.isEmpty()) {
      return;
    }
    for (PythonModule module : project.program().modules()) {
      module.tree().all(Expression.class).forEach(each -> note(module, each));
    }
  }

  private void lookFor(Key key) {
    mentions.put(key.name(), new ArrayList<>());
  }

  private void note(PythonModule module, Expression expression) {
    if (expression instanceof Name || expression instanceof Attribute) {
      List<Mention> wanted = mentions.get(ImportedNames.last(expression));
      if (wanted != null) {
        wanted.add(new Mention(module, expression));
      }
    }
  }

  /** The table or loop that a mention of a function is an entry of. */
  Optional<Key> holding(PythonModule module, Expression entry) {
    Ancestry ancestry = project.program().ancestry(module);
    Node inner = entry;
    Node outer = ancestry.parent(inner).orElseThrow();
    while (outer instanceof Node.DictEntry || outer instanceof Dict || isDisplay(outer)) {
      inner = outer;
      outer = ancestry.parent(inner).orElseThrow();
    }
    String at = Project.at(module, entry);
    if (outer instanceof Statement.Assign assign && assign.value() == inner) {
      return assign.targets().size() == 1
          ? table(assign.targets().get(0), inner instanceof Dict, at)
          : Optional.empty();
    }
    if (outer instanceof Statement.AnnotatedAssign assign && inner instanceof Dict) {
      return table(assign.target(), true, at);
    }
    return outer instanceof Statement.For loop
            && loop.iterable() == inner
            && inner instanceof Sequence
            && loop.target() instanceof Name target
        ? Optional.of(new Key("", at(module, loop), Optional.of(target), Optional.of(module)))
        : Optional.empty();
  }

  private static String at(PythonModule module, Node node) {
    return Project.at(module, node);
  }

  private static boolean isDisplay(Node node) {
    return node instanceof Sequence sequence && sequence.kind() != Sequence.Kind.SET;
  }

  private static Optional<Key> table(Expression target, boolean isDict, String at) {
    Expression table =
        !isDict && target instanceof Subscript subscript ? subscript.value() : target;
    boolean isTable = isDict || target instanceof Subscript;
    String name = ImportedNames.last(table);
    return isTable && !name.isEmpty() && (table instanceof Name || table instanceof Attribute)
        ? Optional.of(new Key(name, at, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  /** What is done with the functions of a table that was looked for, or of a loop. */
  Dispatch dispatch(Key key, Set<FunctionDeclaration> members) {
    List<Dispatch.PlainCall> plain = new ArrayList<>();
    boolean isUnderstood = true;
    if (key.loop().isPresent()) {
      Found found = new Found(project, key.module().orElseThrow());
      found.uses(key.loop().orElseThrow());
      return new Dispatch(key.at(), members, found.plain(), found.isUnderstood());
    }
    for (Mention mention : mentions.getOrDefault(key.name(), List.of())) {
      Found found = new Found(project, mention.module());
      Ancestry ancestry = project.program().ancestry(mention.module());
      isUnderstood &= follow(mention.expression(), ancestry, found) && found.isUnderstood();
      plain.addAll(found.plain());
    }
    return new Dispatch(key.at(), members, plain, isUnderstood);
  }

  /** Whether a use of a table is understood; what it takes out is followed. */
  private static boolean follow(Expression table, Ancestry ancestry, Found found) {
    Node outer = ancestry.parent(table).orElseThrow();
    if (outer instanceof Subscript subscript && subscript.value() == table) {
      return item(subscript, ancestry, found);
    }
    if (outer instanceof Attribute method
        && ancestry.parent(method).orElseThrow() instanceof Call call) {
      return method(method.attribute(), call, ancestry, found);
    }
    boolean isTarget =
        (outer instanceof Statement.Assign assign && assign.value() != table)
            || (outer instanceof Statement.AnnotatedAssign declared && declared.target() == table);
    return isTarget
        || outer instanceof Expression.Comparison
        || outer instanceof Expression.Not
        || (outer instanceof Statement.If branch && branch.test() == table)
        || (outer instanceof Statement.For loop && loop.iterable() == table)
        || (outer instanceof Node.ComprehensionFor clause && clause.iterable() == table)
        || isArgument(outer, ancestry);
  }

  private static boolean isArgument(Node outer, Ancestry ancestry) {
    return outer instanceof Node.Argument
        && ancestry.parent(outer).orElseThrow() instanceof Call call
        && ABOUT_KEYS.contains(ImportedNames.last(call.function()));
  }

  private static boolean item(Subscript subscript, Ancestry ancestry, Found found) {
    Node outer = ancestry.parent(subscript).orElseThrow();
    boolean isTarget =
        (outer instanceof Statement.Assign assign && assign.value() != subscript)
            || outer instanceof Statement.Delete;
    if (!isTarget) {
      found.follow(subscript);
    }
    return true;
  }

  private static boolean method(String name, Call call, Ancestry ancestry, Found found) {
    if (LOOKS_UP.contains(name)) {
      found.follow(call);
      return true;
    }
    boolean isLoop =
        ancestry.parent(call).orElseThrow() instanceof Statement.For loop
            && loop.iterable() == call;
    if (!isLoop) {
      return ONLY_KEYS.contains(name);
    }
    Expression target = ((Statement.For) ancestry.parent(call).orElseThrow()).target();
    Optional<Expression> handler =
        name.equals("values")
            ? Optional.of(target)
            : name.equals("items") && target instanceof Sequence pair && pair.elements().size() == 2
                ? Optional.of(pair.elements().get(1))
                : Optional.empty();
    if (handler.isPresent() && handler.orElseThrow() instanceof Name bound) {
      found.uses(bound);
      return true;
    }
    return ONLY_KEYS.contains(name);
  }
}
