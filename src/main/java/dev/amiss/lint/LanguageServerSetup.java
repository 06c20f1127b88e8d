package dev.amiss.lint;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is particular to a language server.
 *
 * @param initializationOptions what it is told when it starts
 * @param configuration what it is told when it asks, by section
 * @param alwaysPulls whether it can be asked for the findings of a file though it does not say so
 * @param readsSavedFiles whether what one file sees of another is what is saved of it
 * @param reading how its command line reads files
 * @param rule from the code that it gives to the rule's name on the command line
 * @param message from its message to that on the command line
 */
record LanguageServerSetup(
    List<String> argv,
    Map<String, Object> initializationOptions,
    Map<String, Object> configuration,
    boolean alwaysPulls,
    boolean readsSavedFiles,
    Reading reading,
    UnaryOperator<String> rule,
    UnaryOperator<String> message) {

  /** A server that says what the command line says. */
  LanguageServerSetup(
      List<String> argv, Map<String, Object> configuration, boolean alwaysPulls, Reading reading) {
    this(
        argv,
        Map.of(),
        configuration,
        alwaysPulls,
        false,
        reading,
        code -> code,
        message -> message);
  }
}
