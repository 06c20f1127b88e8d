package dev.amiss.project;

import dev.amiss.source.Position;
import dev.amiss.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decodes Python files as <a href="https://peps.python.org/pep-0263/">PEP 263</a> says: UTF-8,
 * unless a comment in the first two lines names another encoding.
 */
final class PythonText {

  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*(?<name>[-\\w.]+)");

  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path path;
  private final byte[] bytes;
  private final boolean hasMark;

  private PythonText(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
    this.hasMark =
        bytes.length >= 3 && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
  }

  static SourceFile decode(Path path, byte[] bytes) throws Undecodable {
    return new PythonText(path, bytes).decode();
  }

  private SourceFile decode() throws Undecodable {
    Charset charset = charset();
    ByteBuffer input = ByteBuffer.wrap(bytes, start(), bytes.length - start());
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer output =
        CharBuffer.allocate(
            (int) Math.ceil(input.remaining() * (double) decoder.maxCharsPerByte()));
    CoderResult result = decoder.decode(input, output, true);
    if (result.isError()) {
      int at = input.position();
      throw new Undecodable(
          path,
          position(output.flip().toString()),
          "byte 0x%02x is not %s".formatted(bytes[at], charset.name()));
    }
    decoder.flush(output);
    return new SourceFile(path, output.flip().toString(), charset, hasMark);
  }

  private int start() {
    return hasMark ? MARK.length : 0;
  }

  private Charset charset() throws Undecodable {
    String[] lines = firstLines();
    for (int i = 0; i < lines.length; i++) {
      Matcher cookie = COOKIE.matcher(lines[i]);
      if (cookie.find()) {
        return named(cookie.group("name"), i + 1);
      }
      if (!BLANK.matcher(lines[i]).matches()) {
        break;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private String[] firstLines() {
    int length = Math.min(bytes.length - start(), 1000);
    String head = new String(bytes, start(), length, StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\r\n|\r|\n", 3);
    return lines.length > 2 ? new String[] {lines[0], lines[1]} : lines;
  }

  /** Python is generous with hyphens and underscores, and Java is not. */
  private Charset named(String name, int line) throws Undecodable {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (plain.equals("utf-8") || plain.startsWith("utf-8-") || plain.equals("utf8")) {
      return StandardCharsets.UTF_8;
    }
    if (plain.matches("(?:latin-1|iso-8859-1|iso-latin-1)(?:-.*)?")) {
      return StandardCharsets.ISO_8859_1;
    }
    Optional<Charset> charset =
        Stream.of(name, plain, plain.replace("-", ""))
            .filter(PythonText::isKnown)
            .findFirst()
            .map(Charset::forName);
    if (charset.isPresent() && !hasMark) {
      return charset.get();
    }
    throw new Undecodable(path, new Position(line, 1), "unknown encoding: " + name);
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static Position position(String before) {
    String[] lines = before.split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    return new Position(lines.length, last.codePointCount(0, last.length()) + 1);
  }
}
