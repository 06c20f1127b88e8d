package dev.amiss.lint;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which files a project lets Sonar look at, by <a
 * href="https://docs.sonarsource.com/sonarqube-server/latest/project-administration/setting-analysis-scope/">its
 * properties</a>: those below {@code sonar.sources} that {@code sonar.inclusions} name, where there
 * are any, and {@code sonar.exclusions} do not.
 */
record SonarScope(List<Path> sources, List<Pattern> inclusions, List<Pattern> exclusions) {

  /** The scanner's file, and that of SonarCloud's automatic analysis. */
  static final List<String> FILES = List.of("sonar-project.properties", ".sonarcloud.properties");

  /** Reads it from a project's root; all files where there is none. */
  static SonarScope of(Path root) throws IOException {
    Properties properties = new Properties();
    for (String name : FILES) {
      Path file = root.resolve(name);
      if (Files.isRegularFile(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        break;
      }
    }
    return new SonarScope(
        words(properties, "sonar.sources").stream().map(Path::of).map(Path::normalize).toList(),
        patterns(properties, "sonar.inclusions"),
        patterns(properties, "sonar.exclusions"));
  }

  /** Whether it keeps Sonar from a file, given relative to the root. */
  Predicate<Path> isLeftOut() {
    return file -> {
      String name = file.toString().replace('\\', '/');
      boolean isSource =
          sources.isEmpty()
              || sources.stream()
                  .anyMatch(folder -> folder.toString().isEmpty() || file.startsWith(folder));
      boolean isIncluded = inclusions.isEmpty() || matches(inclusions, name);
      return !isSource || !isIncluded || matches(exclusions, name);
    };
  }

  private static boolean matches(List<Pattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static List<Pattern> patterns(Properties properties, String key) {
    return words(properties, key).stream().map(SonarScope::pattern).toList();
  }

  private static List<String> words(Properties properties, String key) {
    List<String> words = new ArrayList<>();
    for (String word : properties.getProperty(key, "").split(",", -1)) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  /**
   * Two stars stand for any folders, one for anything in a name, a question mark for a letter. That
   * is less than {@code project.Glob} knows: brackets and braces are letters here, and a folder's
   * name is not all below it unless a slash ends it.
   */
  private static Pattern pattern(String wildcards) {
    String rest = wildcards.startsWith("/") ? wildcards.substring(1) : wildcards;
    rest = rest.endsWith("/") ? rest + "**" : rest;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (rest.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (rest.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
