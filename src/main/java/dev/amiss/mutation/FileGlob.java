package dev.amiss.mutation;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A pattern of paths. {@code *} and {@code ?} stand for anything but a slash, {@code **} for any
 * number of folders. A pattern without a slash is of a file's or folder's name, wherever it lies; a
 * folder stands for all that is in it.
 */
final class FileGlob {

  private final Pattern pattern;

  FileGlob(String glob) {
    String path = glob.startsWith("./") ? glob.substring(2) : glob;
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String anywhere = trimmed.contains("/") ? "" : "(?:.*/)?";
    this.pattern = Pattern.compile(anywhere + expression(trimmed) + "(?:/.*)?");
  }

  boolean matches(Path path) {
    return pattern.matcher(PathText.of(path)).matches();
  }

  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      if (glob.startsWith("**/", i)) {
        expression.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        expression.append(".*");
        i++;
      } else {
        expression.append(expression(glob.charAt(i)));
      }
    }
    return expression.toString();
  }

  private static String expression(char c) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      default -> Pattern.quote(String.valueOf(c));
    };
  }
}
