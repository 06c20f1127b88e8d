package dev.amiss.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads bytes as Python does: byte order mark, coding comment, else UTF-8. */
final class Decoder {

  private static final Position BEGINNING = new Position(1, 1);

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final boolean hasByteOrderMark;

  Decoder(byte[] bytes) {
    this.bytes = bytes;
    this.hasByteOrderMark = SourceFile.beginsWithByteOrderMark(bytes);
  }

  SourceFile decode(Path path) throws UndecodableException {
    int start = hasByteOrderMark ? SourceFile.BYTE_ORDER_MARK_LENGTH : 0;
    Charset charset = charset(start);
    String text = new String(bytes, start, bytes.length - start, charset);
    if (!isSureToBeSame(text, charset)) {
      byte[] encoded = text.getBytes(charset);
      if (!Arrays.equals(encoded, 0, encoded.length, bytes, start, bytes.length)) {
        throw fault(start, charset);
      }
    }
    return new SourceFile(path, text, charset, hasByteOrderMark);
  }

  /**
   * Whether nothing was lost in decoding, told without encoding again: what is no UTF-8 leaves a
   * replacement character, and there is one way only to write each character in UTF-8.
   */
  private static boolean isSureToBeSame(String text, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) && text.indexOf(REPLACEMENT) < 0;
  }

  private Charset charset(int start) throws UndecodableException {
    Optional<String> cookie = PythonEncoding.cookie(bytes, start);
    if (cookie.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    String name = cookie.get();
    Charset charset =
        PythonEncoding.charset(name)
            .filter(Charset::canEncode)
            .orElseThrow(
                () ->
                    new UndecodableException(
                        BEGINNING,
                        "Found the encoding '%s', expected one that Java knows.".formatted(name)));
    if (hasByteOrderMark && !charset.equals(StandardCharsets.UTF_8)) {
      throw new UndecodableException(
          BEGINNING,
          "Found the encoding '%s' behind a UTF-8 byte order mark, expected utf-8."
              .formatted(name));
    }
    return charset;
  }

  /** What keeps the bytes from being read, or from coming out the same when written again. */
  private UndecodableException fault(int start, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
    var result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (!result.isError()) {
      return new UndecodableException(
          BEGINNING,
          "Found text in %s whose bytes would change when written again.".formatted(charset));
    }
    String before = out.flip().toString();
    return new UndecodableException(
        new Lines(before).position(before.length()),
        "Found the byte 0x%02X, expected text in %s.".formatted(in.get(in.position()), charset));
  }
}
