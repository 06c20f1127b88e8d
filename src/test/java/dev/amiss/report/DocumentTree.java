package dev.amiss.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document as a tree that a test can change, and back. */
final class DocumentTree {

  private DocumentTree() {}

  static ObjectNode of(Record document) {
    return Json.MAPPER.valueToTree(document);
  }

  static <T extends Record> T as(Object tree, Class<T> type) {
    return Json.MAPPER.convertValue(tree, type);
  }
}
