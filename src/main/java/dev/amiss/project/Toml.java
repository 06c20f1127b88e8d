package dev.amiss.project;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.amiss.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A TOML file as it was when read.
 *
 * @param file where it stands
 * @param text what it says; empty if there is no such file
 * @param document its values
 */
record Toml(Path file, String text, JsonNode document) {

  /**
   * Reads the file. One that is not there has no values.
   *
   * @throws UserException if it is broken
   */
  static Toml read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new Toml(file, "", TomlTree.empty());
    }
    try {
      String text = decode(Files.readAllBytes(file));
      return new Toml(file, text, TomlTree.of(text));
    } catch (CharacterCodingException e) {
      throw UserException.usage(
          file + " is not UTF-8, as TOML has to be.", "Save it as UTF-8 and run amiss again.");
    } catch (JsonProcessingException e) {
      throw broken(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  /** The folder that the file stands in, as an absolute path. */
  Path folder() {
    return file.toAbsolutePath().resolveSibling("").normalize();
  }

  /** The value at a path of keys; a missing node if there is none. */
  JsonNode at(String... keys) {
    JsonNode node = document;
    for (String key : keys) {
      node = node.path(key);
    }
    return node;
  }

  /** The strings of a value: itself if it is one, or those in the array that it is. */
  static Stream<String> strings(JsonNode node) {
    return (node.isTextual() ? Stream.of(node) : elements(node))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  /** The elements of an array; none if it is none. */
  static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
  }

  /** The keys and values of a table; none if it is none. */
  static Stream<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    return node.isObject() ? node.properties().stream() : Stream.empty();
  }

  /** The string at a path of keys. */
  Optional<String> string(String... keys) {
    JsonNode node = at(keys);
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static UserException broken(Path file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String place =
        location == null
            ? file.toString()
            : file + ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    return UserException.usage(
        "Not valid TOML: " + place + ": " + e.getOriginalMessage() + ".",
        "Correct it there; every tool that reads this file needs it to be valid.");
  }
}
