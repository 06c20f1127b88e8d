package dev.amiss.lint;

import dev.amiss.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a command line reads a file that is not UTF-8, whatever its first lines say. */
enum Reading {
  /** By what they say. */
  AS_PYTHON,

  /** As UTF-8, with {@code U+FFFD} for what is none: Node.js, and so pyright. */
  WITH_REPLACEMENTS,

  /** Not at all: programs written in Rust. */
  NEVER;

  /** A file as it is read; nothing where it is not looked at. */
  Optional<String> text(SourceFile file) {
    if (this == AS_PYTHON || file.charset().equals(StandardCharsets.UTF_8)) {
      return Optional.of(file.text());
    }
    byte[] bytes = file.bytes();
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
    } catch (CharacterCodingException e) {
      return this == NEVER
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
