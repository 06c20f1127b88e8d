package dev.amiss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * What the operator's folder says of it.
 *
 * @param summary what it plants, in a sentence
 * @param preservesBehaviour whether tests are not expected to notice it, so that it has no score
 * @param page the text of its README, in Markdown
 */
record Catalogue(String id, String summary, boolean preservesBehaviour, String page) {

  /** The entry of an operator that exists. */
  static Catalogue of(String id) {
    JsonNode facts;
    try {
      facts = new TomlMapper().readTree(resource(id, "operator.toml"));
    } catch (IOException e) {
      throw new UncheckedIOException("operator.toml of " + id + " cannot be read", e);
    }
    return new Catalogue(
        id,
        facts.path("summary").asText(),
        facts.path("preserves-behaviour").asBoolean(),
        resource(id, "README.md"));
  }

  /** The ids of those operators whose mutants count for nothing in the score. */
  static Set<String> preserving() {
    return KnownOperators.IDS.stream()
        .filter(id -> of(id).preservesBehaviour())
        .collect(toUnmodifiableSet());
  }

  private static String resource(String id, String name) {
    String path = "/dev/amiss/operators/" + id + "/" + name;
    try (InputStream in = requireNonNull(Catalogue.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + path, e);
    }
  }
}
