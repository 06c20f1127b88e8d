package dev.amiss.source;

import java.util.Base64;

/**
 * A change of a file's bytes, as it is written in JSON.
 *
 * @param start of what is taken away, in bytes from the file's beginning
 * @param end just behind it
 * @param base64 what comes in its place
 */
public record ByteEdit(int start, int end, String base64) {

  static ByteEdit of(int start, int end, byte[] replacement) {
    return new ByteEdit(start, end, Base64.getEncoder().encodeToString(replacement));
  }
}
