package dev.amiss.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A file's text as it was when read. Editing it gives another one; nothing is written to disk. */
public final class SourceFile {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static final int BYTE_ORDER_MARK_LENGTH = BYTE_ORDER_MARK.length;

  private final Path path;
  private final String text;
  private final Charset charset;
  private final boolean hasByteOrderMark;
  // Counted once for all mutants of the file.
  private final Lines lines;

  /**
   * A file.
   *
   * @param path relative to the project's root
   * @param text what the file says, without its byte order mark
   * @param charset how the text stands on disk
   * @param hasByteOrderMark whether the file begins with the UTF-8 byte order mark
   */
  public SourceFile(Path path, String text, Charset charset, boolean hasByteOrderMark) {
    this.path = path;
    this.text = text;
    this.charset = charset;
    this.hasByteOrderMark = hasByteOrderMark;
    this.lines = new Lines(text);
  }

  /** A file in UTF-8 without a byte order mark. */
  public SourceFile(Path path, String text) {
    this(path, text, StandardCharsets.UTF_8, false);
  }

  /**
   * The file that these bytes are, read as Python reads them: a byte order mark, a coding comment
   * on the first or second line, else UTF-8.
   *
   * @param path relative to the project's root
   * @throws UndecodableException if the bytes are not what the encoding asks for, if Java does not
   *     know the encoding, or if writing the text again would give other bytes
   */
  public static SourceFile decode(Path path, byte[] bytes) throws UndecodableException {
    return new Decoder(bytes).decode(path);
  }

  /** Relative to the project's root. */
  public Path path() {
    return path;
  }

  /** What the file says, without its byte order mark. */
  public String text() {
    return text;
  }

  /** How the text stands on disk. */
  public Charset charset() {
    return charset;
  }

  /** Whether the file begins with the UTF-8 byte order mark. */
  public boolean hasByteOrderMark() {
    return hasByteOrderMark;
  }

  /** Where its lines begin. */
  public Lines lines() {
    return lines;
  }

  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The bytes that stand on disk for this text. */
  public byte[] bytes() {
    byte[] encoded = text.getBytes(charset);
    if (!hasByteOrderMark) {
      return encoded;
    }
    byte[] marked = Arrays.copyOf(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length + encoded.length);
    System.arraycopy(encoded, 0, marked, BYTE_ORDER_MARK.length, encoded.length);
    return marked;
  }

  /**
   * This file with every edit made. Edits may not overlap; two insertions at one place keep their
   * order in the list.
   */
  public SourceFile edited(List<Edit> edits) {
    List<Edit> ordered =
        edits.stream().sorted(Comparator.comparingInt((Edit edit) -> edit.span().start())).toList();
    StringBuilder result = new StringBuilder(text.length() + 64);
    int done = 0;
    for (Edit edit : ordered) {
      if (edit.span().start() < done) {
        throw new IllegalArgumentException("edits overlap at offset " + edit.span().start());
      }
      result.append(text, done, edit.span().start()).append(edit.replacement());
      done = edit.span().end();
    }
    result.append(text, done, text.length());
    return new SourceFile(path, result.toString(), charset, hasByteOrderMark);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile that
        && hasByteOrderMark == that.hasByteOrderMark
        && path.equals(that.path)
        && charset.equals(that.charset)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, text);
  }

  @Override
  public String toString() {
    return path.toString();
  }

  static boolean beginsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }
}
