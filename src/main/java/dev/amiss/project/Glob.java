package dev.amiss.project;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A pattern for paths relative to the project's root, written with forward slashes.
 *
 * <p>{@code *} and {@code ?} stay within one name, {@code **} spans any number of folders (none
 * too), {@code [ab]} and {@code {a,b}} mean what they mean in a shell. A pattern that names a
 * folder takes in all below it.
 */
public final class Glob {

  private final String text;
  private final Pattern pattern;

  private Glob(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** A glob that starts at the root: {@code app.py} is the one file there. */
  public static Glob anchored(String text) {
    return of(text, "");
  }

  /** A glob that, if it has no slash, means any folder: {@code app.py} is every file so named. */
  public static Glob anywhere(String text) {
    return of(text, text.contains("/") ? "" : "(?:.*/)?");
  }

  private static Glob of(String text, String prefix) {
    String trimmed = text.startsWith("./") ? text.substring(2) : text;
    String path = trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    String regex =
        path.isEmpty() || path.equals(".")
            ? ".*"
            : prefix + new GlobTranslation(path).regex() + "(?:/.*)?";
    return new Glob(text, Pattern.compile(regex, Pattern.DOTALL));
  }

  /** Whether the path, relative to the project's root, is meant. */
  public boolean matches(Path relative) {
    return pattern.matcher(Slashes.of(relative)).matches();
  }

  /** Whether it names one path and no others. */
  public boolean isLiteral() {
    return text.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  @Override
  public String toString() {
    return text;
  }
}
