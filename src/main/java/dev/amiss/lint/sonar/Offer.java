package dev.amiss.lint.sonar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file offers to the others, so that it can be compared: names, classes, parameters and
 * types, and not in which lines they stand.
 *
 * @param definitions what each looks like without those within it, by the names that lead to it,
 *     such as {@code Cache.load}; several where branches define the same
 */
record Offer(Map<String, List<String>> definitions) {

  /** The offer of a file that does not parse. */
  static final Offer NONE = new Offer(Map.of());

  /** What holds definitions, each of which has a name. */
  private static final Set<String> HOMES = Set.of("descriptors {", "members {", "alternatives {");

  /** The only list whose order matters: SonarPython keeps all else in sets. */
  private static final String ORDERED = "parameters {";

  private static final Pattern LINE = Pattern.compile("\\R");
  private static final Pattern NAME = Pattern.compile("name: \"(.*)\"");

  /**
   * Reads it.
   *
   * @param descriptor a module descriptor in the text format of protocol buffers: a name and its
   *     value on each line, or a name and an opening brace, and a closing one where that ends
   */
  static Offer of(String descriptor) {
    Offer offer = new Offer(new HashMap<>());
    offer.read(LINE.splitAsStream(descriptor).map(String::strip).iterator(), "");
    offer.definitions.values().forEach(alike -> alike.sort(null));
    return offer;
  }

  /**
   * What another offer has differently. Others come by a method that Python itself calls, and by a
   * class of which something inherits, without naming it.
   */
  Novelty differences(Offer other) {
    Set<String> places = new TreeSet<>(definitions.keySet());
    places.addAll(other.definitions.keySet());
    Set<String> names = new TreeSet<>();
    boolean isEverywhere = false;
    for (String place : places) {
      List<String> here = definitions.getOrDefault(place, List.of());
      List<String> there = other.definitions.getOrDefault(place, List.of());
      if (!here.equals(there)) {
        String name = place.substring(place.lastIndexOf('.') + 1);
        names.add(name);
        isEverywhere |= name.startsWith("__") || (isClass(here) && isClass(there));
      }
    }
    return new Novelty(names, isEverywhere);
  }

  private static boolean isClass(List<String> alike) {
    return alike.stream().anyMatch(definition -> definition.startsWith("classDescriptors"));
  }

  /** Reads a block to its end, and says what stands in it but for definitions. */
  private String read(Iterator<String> lines, String place) {
    List<String> sorted = new ArrayList<>();
    List<String> ordered = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals("}")) {
        break;
      }
      if (HOMES.contains(line)) {
        define(lines, place);
      } else if (!line.endsWith("{")) {
        sorted.add(line);
      } else {
        String inside = read(lines, place);
        if (line.equals(ORDERED)) {
          ordered.add(line + inside + "}");
        } else if (!line.equals("definitionLocation {")) {
          sorted.add(line + inside + "}");
        }
      }
    }
    sorted.sort(null);
    sorted.addAll(ordered);
    return String.join("\n", sorted);
  }

  private void define(Iterator<String> lines, String around) {
    for (String kind = lines.next(); !kind.equals("}"); kind = lines.next()) {
      String first = lines.next();
      Matcher name = NAME.matcher(first);
      if (!name.matches()) {
        throw new IllegalArgumentException(kind + " begins with " + first + " and not with a name");
      }
      String place = around + "." + name.group(1);
      definitions.computeIfAbsent(place, key -> new ArrayList<>()).add(kind + read(lines, place));
    }
  }
}
