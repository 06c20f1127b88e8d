package dev.amiss.report;

import static java.util.Objects.requireNonNull;

import dev.amiss.source.SourceFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it was when the mutants were planned.
 *
 * @param encoding the name of the encoding that it stands on disk in
 * @param sha256 of its bytes, in hexadecimal: whether the file is still the one that was analysed
 * @param text what it says, without a byte order mark
 */
public record Source(String encoding, String sha256, String text) {

  public Source {
    requireNonNull(encoding);
    requireNonNull(sha256);
    requireNonNull(text);
  }

  static Source of(SourceFile file) {
    return new Source(file.charset().name(), sha256(file.bytes()), file.text());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
