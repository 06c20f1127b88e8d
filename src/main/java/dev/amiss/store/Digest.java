package dev.amiss.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up texts to a SHA-256; two lists of texts have the same one only if they are equal. */
final class Digest {

  private final MessageDigest digest;

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Digest(Digest begun) {
    try {
      digest = (MessageDigest) begun.digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java can copy a SHA-256", e);
    }
  }

  /** A digest that has added up the same, and goes its own way from here. */
  Digest copy() {
    return new Digest(this);
  }

  static String of(String text) {
    return new Digest().add(text).hex();
  }

  static String of(byte[] bytes) {
    Digest digest = new Digest();
    digest.digest.update(bytes);
    return digest.hex();
  }

  /** Adds one text, its length first, so that no two texts can be taken for one. */
  Digest add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
