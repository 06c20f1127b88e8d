package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amiss.UserException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings as they were given in one place, not yet checked: a {@code [tool.amiss]} table or a
 * command line.
 */
public final class GivenSettings {

  /**
   * A value and where it was given.
   *
   * @param value a String, Long, Double, Boolean, or a list of them
   * @param place for messages: {@code --workers} or {@code workers in pyproject.toml, line 12}
   * @param base what a relative path in it is relative to
   */
  record Given(Object value, String place, Path base) {}

  /** The tables {@code [tool.amiss.linters.NAME]}, which are no setting of that name. */
  static final String CUSTOM_LINTERS = "[linters]";

  private final Path base;
  private final Map<String, Given> values = new LinkedHashMap<>();

  private GivenSettings(Path base) {
    this.base = base;
  }

  /**
   * A command line on which nothing has been given yet.
   *
   * @param workingDirectory what paths on it are relative to
   */
  public static GivenSettings onCommandLine(Path workingDirectory) {
    return new GivenSettings(workingDirectory);
  }

  /** Adds an option with a value, if it was given. The name is without its dashes. */
  public GivenSettings with(String name, Optional<?> value) {
    value.ifPresent(given -> put(name, given));
    return this;
  }

  /** Adds an option that may be repeated, if it was given. The name is without its dashes. */
  public GivenSettings with(String name, Collection<String> values) {
    if (!values.isEmpty()) {
      put(name, List.copyOf(values));
    }
    return this;
  }

  /** Adds a switch, if it is on. The name is without its dashes. */
  public GivenSettings with(String name, boolean isOn) {
    if (isOn) {
      put(name, true);
    }
    return this;
  }

  private void put(String name, Object value) {
    if (!Settings.NAMES.contains(name)) {
      throw new IllegalArgumentException("no such setting: " + name);
    }
    values.put(name, new Given(value, "--" + name, base));
  }

  /**
   * The table {@code [tool.amiss]} of a file.
   *
   * @throws UserException if the file is broken, or names a setting that does not exist
   */
  static GivenSettings in(Toml toml) {
    GivenSettings given = new GivenSettings(toml.folder());
    JsonNode table = toml.at("tool", "amiss");
    if (!table.isMissingNode() && !table.isObject()) {
      throw UserException.usage(
          "tool.amiss in " + toml.file() + " is not a table.",
          "Write its settings below a line [tool.amiss].");
    }
    Toml.entries(table)
        .forEach(
            entry -> {
              String place = entry.getKey() + " in " + toml.file() + line(toml, entry.getKey());
              if (entry.getKey().equals("linters") && entry.getValue().isObject()) {
                given.values.put(CUSTOM_LINTERS, new Given(entry.getValue(), place, given.base));
                return;
              }
              check(entry.getKey(), place);
              given.values.put(
                  entry.getKey(), new Given(value(entry.getValue()), place, given.base));
            });
    return given;
  }

  Optional<Given> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** These settings, and where they do not say anything, those of {@code other}. */
  GivenSettings over(GivenSettings other) {
    GivenSettings both = new GivenSettings(base);
    both.values.putAll(other.values);
    both.values.putAll(values);
    return both;
  }

  private static void check(String name, String place) {
    if (Settings.NAMES.contains(name)) {
      return;
    }
    throw UserException.usage(
        "There is no setting " + place + ".",
        EditDistance.nearest(name, Settings.NAMES)
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("The settings are: " + String.join(", ", Settings.NAMES) + "."));
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      return Toml.elements(node).map(GivenSettings::value).toList();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.canConvertToLong() && node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.isTextual() ? node.asText() : node;
  }

  /**
   * The line that gives the key, for the message; the parser keeps no places. Empty where the table
   * is written in a less usual way.
   */
  private static String line(Toml toml, String key) {
    Pattern header = Pattern.compile("^\\s*\\[\\s*(.+?)\\s*]\\s*(?:#.*)?$");
    Pattern keyed = Pattern.compile("^\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*[=.].*");
    List<String> lines = toml.text().lines().toList();
    boolean isOurs = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher table = header.matcher(lines.get(i));
      if (table.matches()) {
        isOurs = table.group(1).replaceAll("[\\s\"']", "").equals("tool.amiss");
      } else if (isOurs && keyed.matcher(lines.get(i)).matches()) {
        return ", line " + (i + 1);
      }
    }
    return "";
  }
}
