package dev.amiss.planting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.UserException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unified diff as amiss writes it, read back. Bytes are kept apart from their meaning: each is a
 * character of ISO-8859-1 here, so that files of any encoding come out as they went in.
 */
final class PatchText {

  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

  /** Lines to find and what to put in their stead; {@code start} is 0-based. */
  private record Hunk(int start, List<String> before, List<String> after) {}

  private final Map<String, List<Hunk>> files = new LinkedHashMap<>();
  private final List<String> lines;
  private int next;

  private PatchText(byte[] patch) {
    this.lines = lines(new String(patch, ISO_8859_1));
  }

  /**
   * A patch.
   *
   * @throws UserException if it is none that amiss writes
   */
  static PatchText of(byte[] patch) {
    PatchText text = new PatchText(patch);
    text.read();
    return text;
  }

  /** The files that it changes, as it names them. */
  List<String> files() {
    return List.copyOf(files.keySet());
  }

  /**
   * What becomes of a file.
   *
   * @throws UserException if its lines are not those that the patch takes away
   */
  byte[] applied(String file, byte[] original) {
    List<String> old = lines(new String(original, ISO_8859_1));
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Hunk hunk : files.getOrDefault(file, List.of())) {
      int end = hunk.start() + hunk.before().size();
      if (hunk.start() < done
          || end > old.size()
          || !old.subList(hunk.start(), end).equals(hunk.before())) {
        throw UserException.usage(
            "The patch does not fit " + file + ".", "Run `amiss run` again: the file has changed.");
      }
      old.subList(done, hunk.start()).forEach(result::append);
      hunk.after().forEach(result::append);
      done = end;
    }
    old.subList(done, old.size()).forEach(result::append);
    return result.toString().getBytes(ISO_8859_1);
  }

  private void read() {
    while (next < lines.size()) {
      if (!lines.get(next).startsWith("--- ") || next + 1 == lines.size()) {
        throw broken();
      }
      String file = name(lines.get(next + 1));
      next += 2;
      List<Hunk> hunks = new ArrayList<>();
      while (next < lines.size() && lines.get(next).startsWith("@@ ")) {
        hunks.add(hunk());
      }
      if (hunks.isEmpty() || files.put(file, hunks) != null) {
        throw broken();
      }
    }
    if (files.isEmpty()) {
      throw broken();
    }
  }

  private Hunk hunk() {
    Matcher header = HUNK.matcher(lines.get(next++));
    if (!header.lookingAt()) {
      throw broken();
    }
    int removed = number(header.group(2), 1);
    int added = number(header.group(4), 1);
    int start = number(header.group(1), 0) - (removed == 0 ? 0 : 1);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    while (before.size() < removed || after.size() < added || endsWithoutLineFeed()) {
      take(before, after);
    }
    return new Hunk(start, before, after);
  }

  private boolean endsWithoutLineFeed() {
    return next < lines.size() && lines.get(next).startsWith("\\");
  }

  private void take(List<String> before, List<String> after) {
    String line = next < lines.size() ? lines.get(next++) : "";
    String rest = line.isEmpty() ? "" : line.substring(1);
    switch (line.isEmpty() ? '?' : line.charAt(0)) {
      case ' ' -> {
        before.add(rest);
        after.add(rest);
      }
      case '-' -> before.add(rest);
      case '+' -> after.add(rest);
      case '\\' -> unended(lines.get(next - 2).charAt(0), before, after);
      default -> throw broken();
    }
  }

  /** "No newline at end of file" is about the line before it. */
  private static void unended(char sign, List<String> before, List<String> after) {
    if (sign != '+') {
      chomp(before);
    }
    if (sign != '-') {
      chomp(after);
    }
  }

  private static void chomp(List<String> lines) {
    int last = lines.size() - 1;
    if (last < 0) {
      throw broken();
    }
    lines.set(last, lines.get(last).replaceFirst("\n$", ""));
  }

  /** With their line feeds; nothing but a line feed ends a line, as in the patch. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  private static int number(@Nullable String digits, int otherwise) {
    try {
      return digits == null ? otherwise : Integer.parseInt(digits);
    } catch (NumberFormatException tooLarge) {
      throw broken();
    }
  }

  private static String name(String line) {
    String name = line.replaceFirst("\n$", "").replaceFirst("\t$", "");
    if (!name.startsWith("+++ ")) {
      throw broken();
    }
    String given = name.substring(4);
    String plain =
        given.startsWith("\"") && given.endsWith("\"") && given.length() > 1
            ? unquoted(given.substring(1, given.length() - 1))
            : new String(given.getBytes(ISO_8859_1), UTF_8);
    if (!plain.startsWith("b/")) {
      throw broken();
    }
    return plain.substring(2);
  }

  /** As git quotes a name: like a string of C, its bytes in octal. */
  private static String unquoted(String quoted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < quoted.length()) {
      char c = quoted.charAt(i++);
      if (c != '\\') {
        bytes.write(c);
        continue;
      }
      char kind = i < quoted.length() ? quoted.charAt(i++) : '?';
      switch (kind) {
        case 't' -> bytes.write('\t');
        case 'n' -> bytes.write('\n');
        case 'r' -> bytes.write('\r');
        case '"', '\\' -> bytes.write(kind);
        default -> {
          if (i + 2 > quoted.length() || !quoted.substring(i - 1, i + 2).matches("[0-3][0-7]{2}")) {
            throw broken();
          }
          bytes.write(Integer.parseInt(quoted.substring(i - 1, i + 2), 8));
          i += 2;
        }
      }
    }
    return bytes.toString(UTF_8);
  }

  private static UserException broken() {
    return UserException.usage(
        "The patch in the results is none that amiss wrote.", "Run `amiss run` again.");
  }
}
