package dev.amiss.mutation.migration;

/** One declared field of a model: {@code name: type}. */
record Field(String name, String type) {

  static final String ANY = "Any";
}
