package dev.amiss.project;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;

/**
 * Reads TOML into a tree without Jackson's mapper, which alone takes longer to load than a small
 * project takes to parse.
 */
final class TomlTree {

  private static final TomlFactory FACTORY = new TomlFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;

  private TomlTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The values of a document. Dates and times are strings.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is broken
   */
  static JsonNode of(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new TomlTree(parser).value(parser.nextToken());
    }
  }

  static JsonNode empty() {
    return NODES.objectNode();
  }

  private JsonNode value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> table();
      case START_ARRAY -> array();
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      default -> NODES.textNode(parser.getText());
    };
  }

  private JsonNode table() throws IOException {
    ObjectNode table = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      table.set(parser.currentName(), value(parser.nextToken()));
    }
    return table;
  }

  private JsonNode array() throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      array.add(value(next));
    }
    return array;
  }

  private JsonNode integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? NODES.numberNode(parser.getBigIntegerValue())
        : NODES.numberNode(parser.getLongValue());
  }
}
