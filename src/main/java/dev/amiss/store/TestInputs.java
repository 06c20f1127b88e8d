package dev.amiss.store;

import dev.amiss.pytest.Observation;
import dev.amiss.pytest.Observation.FileObservation;
import dev.amiss.pytest.Observation.Reach;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What each test may run: its own function, what the baseline saw it enter, and everything that
 * those can come at. Workers ask for several mutants at once.
 */
final class TestInputs {

  private final Definitions definitions;
  private final Set<String> blind;

  /** Not in source order, so that a definition that is only moved changes nothing. */
  private final List<Definition> ordered;

  private final Map<String, BitSet> entered = new HashMap<>();

  /** What runs while files are imported. */
  private final BitSet importing;

  private final Map<String, BitSet> known = new HashMap<>();
  private final Map<Set<String>, String> digests = new HashMap<>();
  private final Map<Set<String>, String> digestsOfImporting = new HashMap<>();

  /**
   * @param blind ids of tests that start other Python processes, where nobody sees what they run
   */
  TestInputs(Definitions definitions, Observation observation, Set<String> blind) {
    this.definitions = definitions;
    this.blind = Set.copyOf(blind);
    this.ordered =
        IntStream.range(0, definitions.size())
            .mapToObj(definitions::get)
            .sorted(Comparator.comparing(Definition::file).thenComparing(Definition::digest))
            .toList();
    this.importing = (BitSet) definitions.always().clone();
    observation.files().forEach(this::observed);
  }

  private void observed(Path path, FileObservation file) {
    if (file.problem().isPresent()) {
      definitions.of(path).forEach(each -> importing.set(each.number()));
    }
    file.functions()
        .forEach(
            (ordinal, reach) ->
                definitions.ofFunction(path, ordinal).ifPresent(each -> entered(each, reach)));
  }

  private void entered(int definition, Reach reach) {
    if (reach instanceof Reach.Tests tests) {
      tests.ids().forEach(id -> entered.computeIfAbsent(id, none -> new BitSet()).set(definition));
    } else {
      importing.set(definition);
    }
  }

  /**
   * The digest of all that these tests may run, with code changed that runs only in them. What runs
   * while files are imported is then what the baseline saw, and no more.
   */
  synchronized String digest(Set<String> tests) {
    return digests.computeIfAbsent(tests, each -> added(each, importing));
  }

  /** The same with code changed that runs while files are imported. */
  synchronized String digestOfImporting(Set<String> tests) {
    return digestsOfImporting.computeIfAbsent(
        tests, each -> added(each, definitions.reachedFrom(importing)));
  }

  private String added(Set<String> tests, BitSet always) {
    BitSet inputs = (BitSet) always.clone();
    Digest digest = new Digest();
    for (String test : new TreeSet<>(tests)) {
      digest.add(test);
      inputs.or(of(test));
    }
    for (Definition definition : ordered) {
      if (inputs.get(definition.number())) {
        digest.add(definition.digest());
      }
    }
    return digest.hex();
  }

  private BitSet of(String test) {
    return known.computeIfAbsent(test, this::search);
  }

  private BitSet search(String test) {
    BitSet all = new BitSet();
    if (blind.contains(test)) {
      all.set(0, definitions.size());
      return all;
    }
    BitSet starts = starts(test);
    starts.or(entered.getOrDefault(test, new BitSet()));
    return definitions.reachedFrom(starts);
  }

  /** The function of a test; where there is no such function, all that may be meant. */
  private BitSet starts(String test) {
    String[] parts = test.split("::", -1);
    Path file = Path.of(parts[0]);
    List<Definition> inFile = definitions.of(file);
    BitSet starts = new BitSet();
    String name = TestNames.qualified(test);
    inFile.stream()
        .filter(each -> !name.isEmpty() && each.qualifiedName().equals(name))
        .forEach(each -> starts.set(each.number()));
    if (starts.isEmpty()) {
      // Inherited, made at run time, or no function at all.
      inFile.forEach(each -> starts.set(each.number()));
      Arrays.stream(name.split("\\.", -1)).forEach(part -> starts.or(definitions.named(part)));
    }
    if (inFile.isEmpty()) {
      starts.set(0, definitions.size());
    }
    return starts;
  }
}
