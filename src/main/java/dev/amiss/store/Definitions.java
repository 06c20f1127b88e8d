package dev.amiss.store;

import dev.amiss.store.Definition.Caller;
import dev.amiss.store.Definition.Kind;
import dev.amiss.store.Definition.LookUp;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All definitions of a project, and which of them code can come at.
 *
 * <p>One leads to every other whose name it mentions, wherever that is defined; to the class and
 * the file that it stands in; and a class or file leads to those of its functions that somebody
 * else than the project's own code may call. That is more than will ever run, and so nothing that
 * runs is left out, also where a mutation makes the code take another way than the baseline saw.
 */
final class Definitions {

  /** What a file is read as. */
  record Source(PythonModule module, boolean isTest) {}

  private static final BitSet NOTHING = new BitSet();

  private final List<Definition> all = new ArrayList<>();
  private final Map<Path, List<Definition>> byFile = new HashMap<>();
  private final Map<Path, List<Integer>> byFunction = new HashMap<>();
  private final Map<String, BitSet> byName = new HashMap<>();
  private final Map<Integer, BitSet> unseen = new HashMap<>();
  private final BitSet always = new BitSet();
  private final BitSet anything = new BitSet();

  /** Those that look up a name made at run time, and what that may be once a class is at hand. */
  private final BitSet lookingUp = new BitSet();

  private final Map<Integer, BitSet> lookedUp = new HashMap<>();
  private final Reachability reachability;

  /**
   * @param tests for each file, the qualified names of the tests that pytest collects from it
   * @param data other files, with the digest of what they hold
   */
  Definitions(List<Source> sources, Map<Path, Set<String>> tests, Map<Path, String> data) {
    Map<String, Set<String>> aliases = aliases(sources);
    Set<String> modules = new HashSet<>();
    sources.forEach(source -> modules.addAll(ModuleNames.of(source.module().path())));
    for (Source source : sources) {
      Path path = source.module().path();
      FileDefinitions file =
          new FileDefinitions(
              source.module(),
              aliases,
              modules,
              tests.getOrDefault(path, Set.of()),
              source.isTest(),
              all.size());
      List<Definition> definitions = file.read();
      all.addAll(definitions);
      byFile.put(path, definitions);
      byFunction.put(path, file.byFunction());
    }
    data.forEach((path, digest) -> all.add(DataFiles.definition(all.size(), path, digest, byFile)));
    connect(
        sources.stream()
            .filter(Source::isTest)
            .map(source -> source.module().path())
            .collect(Collectors.toSet()));
    reachability = reachability();
    all.stream()
        .filter(each -> each.caller() == Caller.ALWAYS)
        .forEach(each -> always.set(each.number()));
  }

  int size() {
    return all.size();
  }

  Definition get(int number) {
    return all.get(number);
  }

  /** The definitions of a file; none where it was not read. */
  List<Definition> of(Path file) {
    return byFile.getOrDefault(file, List.of());
  }

  /** Every definition that goes by a name. */
  BitSet named(String name) {
    return byName.getOrDefault(name, NOTHING);
  }

  /** Where the function with this number, in source order, stands. */
  Optional<Integer> ofFunction(Path file, int ordinal) {
    List<Integer> functions = byFunction.getOrDefault(file, List.of());
    return ordinal < functions.size() ? Optional.of(functions.get(ordinal)) : Optional.empty();
  }

  /** What matters to every test, whatever it runs. */
  BitSet always() {
    return always;
  }

  /** Everything that code can come at from any of these, themselves included. */
  BitSet reachedFrom(BitSet starts) {
    BitSet all = new BitSet(this.all.size());
    starts.stream().forEach(start -> all.or(reachability.from(start)));
    int before = -1;
    while (all.intersects(lookingUp) && all.cardinality() > before) {
      before = all.cardinality();
      BitSet more = new BitSet();
      all.stream().forEach(each -> more.or(lookedUp.getOrDefault(each, NOTHING)));
      more.andNot(all);
      more.stream().forEach(each -> all.or(reachability.from(each)));
    }
    return all;
  }

  private Reachability reachability() {
    int[][] edges = new int[all.size()][];
    for (Definition definition : all) {
      BitSet targets = new BitSet();
      definition.mentions().forEach(name -> targets.or(named(name)));
      definition.container().ifPresent(targets::set);
      targets.or(unseen.getOrDefault(definition.number(), NOTHING));
      if (definition.lookUp() == LookUp.EVERYTHING) {
        targets.or(anything);
      }
      edges[definition.number()] = targets.stream().toArray();
    }
    return new Reachability(edges);
  }

  private void connect(Set<Path> tests) {
    for (Definition definition : all) {
      definition
          .names()
          .forEach(
              name -> byName.computeIfAbsent(name, none -> new BitSet()).set(definition.number()));
    }
    Set<String> mentioned = new HashSet<>();
    all.forEach(definition -> mentioned.addAll(definition.mentions()));
    OpenClasses open = new OpenClasses(all, byName);
    for (Definition definition : all) {
      if (definition.kind() == Kind.FUNCTION && definition.caller() != Caller.TEST) {
        anything.set(definition.number());
        boolean isNamed = definition.names().stream().anyMatch(mentioned::contains);
        int container = definition.container().orElseThrow();
        // A library may call a method of what it is given, and pytest fixtures and hooks. A plain
        // function that nobody names is called by nobody, but for those that look up names.
        boolean isOfFile = get(container).kind() == Kind.FILE;
        if (!isOfFile || !isNamed) {
          lookedUp.computeIfAbsent(container, none -> new BitSet()).set(definition.number());
        }
        boolean mayBeCalled = !isNamed && (!isOfFile || tests.contains(definition.file()));
        if (mayBeCalled || definition.caller() == Caller.UNSEEN || open.contains(container)) {
          unseen.computeIfAbsent(container, none -> new BitSet()).set(definition.number());
        }
      }
      if (definition.lookUp() != LookUp.NOTHING) {
        lookingUp.set(definition.number());
      }
      if (definition.kind() == Kind.FILE) {
        around(definition);
      }
    }
  }

  /** What runs before a file: the packages around it, and for a test the conftests above it. */
  private void around(Definition file) {
    for (Path folder = file.file().getParent(); ; folder = folder.getParent()) {
      for (String name : List.of("__init__.py", "conftest.py")) {
        Path above = folder == null ? Path.of(name) : folder.resolve(name);
        List<Definition> definitions = of(above);
        if (!definitions.isEmpty() && !above.equals(file.file())) {
          unseen
              .computeIfAbsent(file.number(), none -> new BitSet())
              .set(definitions.get(0).number());
        }
      }
      if (folder == null) {
        return;
      }
    }
  }

  private static Map<String, Set<String>> aliases(List<Source> sources) {
    Map<String, Set<String>> aliases = new HashMap<>();
    for (Source source : sources) {
      source
          .module()
          .tree()
          .all(Node.Alias.class)
          .filter(alias -> alias.alias().isPresent())
          .forEach(
              alias -> {
                String name = alias.name().substring(alias.name().lastIndexOf('.') + 1);
                aliases
                    .computeIfAbsent(alias.alias().orElseThrow(), none -> new HashSet<>())
                    .add(name);
              });
    }
    return aliases;
  }
}
