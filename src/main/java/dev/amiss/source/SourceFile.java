package dev.amiss.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file's text as it was when read. Editing it gives another one; nothing is written to disk. */
public final class SourceFile {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static final int BYTE_ORDER_MARK_LENGTH = BYTE_ORDER_MARK.length;

  /** Encodings in which text has the bytes that its pieces have, one after the other. */
  private static final Set<Charset> PIECEWISE =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

  private final Path path;
  private final String text;
  private final Charset charset;
  private final boolean hasByteOrderMark;
  // Counted once for all mutants of the file.
  private final Lines lines;
  // Threads may both count them.
  private volatile int @Nullable [] lineBytes;

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
    StringBuilder result = new StringBuilder(text.length() + 64);
    int done = 0;
    for (Edit edit : ordered(edits)) {
      // A substring is copied as a block, a piece of a CharSequence character by character.
      result.append(text.substring(done, edit.span().start())).append(edit.replacement());
      done = edit.span().end();
    }
    result.append(text.substring(done));
    return new SourceFile(path, result.toString(), charset, hasByteOrderMark);
  }

  /**
   * What edits change of the file's bytes: made to {@link #bytes()}, in their order, these changes
   * give the bytes of the edited file. They lie where the edits do, except in an encoding in which
   * a piece of text has no bytes of its own: there everything is changed at once.
   */
  public List<ByteEdit> byteEdits(List<Edit> edits) {
    if (!PIECEWISE.contains(charset)) {
      return List.of(ByteEdit.of(0, bytes().length, edited(edits).bytes()));
    }
    return ordered(edits).stream()
        .map(
            edit ->
                ByteEdit.of(
                    byteOffset(edit.span().start()),
                    byteOffset(edit.span().end()),
                    edit.replacement().getBytes(charset)))
        .toList();
  }

  private int byteOffset(int offset) {
    int[] known = lineBytes;
    if (known == null) {
      known = lineBytes();
      lineBytes = known;
    }
    int line = lines.position(offset).line();
    return known[line - 1] + text.substring(lines.start(line), offset).getBytes(charset).length;
  }

  /** Where the bytes of each line begin. */
  private int[] lineBytes() {
    int[] starts = new int[lines.count()];
    starts[0] = hasByteOrderMark ? BYTE_ORDER_MARK_LENGTH : 0;
    for (int line = 1; line < starts.length; line++) {
      String before = text.substring(lines.start(line), lines.start(line + 1));
      starts[line] = starts[line - 1] + before.getBytes(charset).length;
    }
    return starts;
  }

  private static List<Edit> ordered(List<Edit> edits) {
    List<Edit> ordered =
        edits.stream().sorted(Comparator.comparingInt((Edit edit) -> edit.span().start())).toList();
    int done = 0;
    for (Edit edit : ordered) {
      if (edit.span().start() < done) {
        throw new IllegalArgumentException("edits overlap at offset " + edit.span().start());
      }
      done = edit.span().end();
    }
    return ordered;
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
