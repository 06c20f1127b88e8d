package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ini file, read as pytest's own reader does: indented lines go on with the value above, and a
 * comment stands on a line of its own.
 *
 * <p>A line that means nothing is passed over: pytest and setuptools refuse the file themselves,
 * with the place, when it is theirs.
 */
final class IniFile {

  private static final Pattern SECTION = Pattern.compile("^\\[(?<name>[^]]+)].*$");
  private static final Pattern ENTRY = Pattern.compile("^(?<key>[^\\s=:][^=:]*)[=:](?<value>.*)$");

  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

  private IniFile() {}

  /** Reads the file. One that is not there has no sections. */
  static IniFile read(Path file) {
    IniFile ini = new IniFile();
    if (Files.isRegularFile(file)) {
      try {
        ini.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("could not read " + file, e);
      }
    }
    return ini;
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /**
   * The entries of a section, their lines joined by line ends; none if there is no such section.
   */
  Map<String, String> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  Optional<String> value(String section, String key) {
    return Optional.ofNullable(section(section).get(key));
  }

  private void parse(String text) {
    Map<String, String> section = new LinkedHashMap<>();
    String key = "";
    for (String line : text.lines().toList()) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
        continue;
      }
      Matcher header = SECTION.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (header.matches()) {
        section = sections.computeIfAbsent(header.group("name"), name -> new LinkedHashMap<>());
        key = "";
      } else if (Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
        section.merge(key, content, (above, more) -> above.isEmpty() ? more : above + "\n" + more);
      } else if (entry.matches()) {
        key = entry.group("key").strip();
        section.put(key, entry.group("value").strip());
      }
    }
  }
}
