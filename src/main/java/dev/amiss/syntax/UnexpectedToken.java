package dev.amiss.syntax;

import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Says in words what the grammar could not take, and what it would have taken. */
final class UnexpectedToken {

  private UnexpectedToken() {}

  static Refusal refusal(Tokens tokens, RecognitionException fault) {
    Token found = fault.getOffendingToken();
    return new Refusal(
        Tokens.start(found),
        "Found %s, expected %s."
            .formatted(
                tokens.text(found), fault.getExpectedTokens().toString(PythonGrammar.VOCABULARY)));
  }
}
