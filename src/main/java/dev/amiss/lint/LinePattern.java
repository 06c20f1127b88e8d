package dev.amiss.lint;

import dev.amiss.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Output with a finding on each line, as a regular expression with named groups describes it. */
record LinePattern(Pattern pattern) implements ColdSession.Format {

  /** Where a line names no file it is about the one that was asked for. */
  private static final Path UNNAMED = Path.of("");

  /**
   * Takes Python's way of naming groups as well as Java's.
   *
   * @throws UserException if it is no regular expression, or has no group {@code line}
   */
  static LinePattern of(String format) {
    try {
      if (!format.matches("(?s).*\\(\\?P?<line>.*")) {
        throw new PatternSyntaxException("it has no group named line", format, -1);
      }
      return new LinePattern(Pattern.compile(format.replace("(?P<", "(?<")));
    } catch (PatternSyntaxException e) {
      throw UserException.usage(
          "The format of a linter is no regular expression: " + e.getDescription() + ".",
          "Write, say, '(?P<file>.+?):(?P<line>\\d+): (?P<rule>\\w+) (?P<message>.*)'.");
    }
  }

  @Override
  public List<Finding> findings(String output, Workplace place) {
    List<Finding> findings = new ArrayList<>();
    for (String line : output.lines().toList()) {
      Matcher found = pattern.matcher(line);
      if (found.find()) {
        String file = group(found, "file", "");
        findings.add(
            new Finding(
                group(found, "rule", "finding"),
                group(found, "message", line),
                file.isEmpty() || file.equals("-") ? UNNAMED : place.relative(file),
                Integer.parseInt(group(found, "line", "1")),
                Integer.parseInt(group(found, "column", "1"))));
      }
    }
    return findings;
  }

  private String group(Matcher found, String name, String otherwise) {
    if (!pattern.pattern().contains("(?<" + name + ">")) {
      return otherwise;
    }
    String value = found.group(name);
    return value == null ? otherwise : value;
  }
}
