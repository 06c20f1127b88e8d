package dev.amiss.syntax;

import dev.amiss.source.Span;
import dev.amiss.syntax.Node.Parameter;
import dev.amiss.syntax.Node.Parameter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Parameters in the making: what {@code *} and {@code /} mean, and the order Python asks for. */
final class ParameterList {

  private final Tokens tokens;
  private final List<Parameter> parameters = new ArrayList<>();
  private Kind kind = Kind.POSITIONAL_OR_KEYWORD;
  private boolean hasSlash;
  private boolean hasDefault;
  // The bare star that still waits for a parameter; its offset, or -1.
  private int waitingStar = -1;

  ParameterList(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Adds a bare {@code *} or {@code /}. */
  void addMarker(Token marker) {
    if (marker.getType() == PythonGrammar.SLASH) {
      addSlash(marker);
    } else {
      beginKeywordOnly(marker);
      waitingStar = Tokens.start(marker);
    }
  }

  private void addSlash(Token slash) {
    if (hasSlash || parameters.isEmpty() || kind != Kind.POSITIONAL_OR_KEYWORD) {
      throw misplaced(slash, "'/'", "it once, behind a parameter and before any '*'");
    }
    hasSlash = true;
    parameters.replaceAll(ParameterList::positionalOnly);
  }

  private static Parameter positionalOnly(Parameter parameter) {
    return new Parameter(
        parameter.span(),
        Kind.POSITIONAL_ONLY,
        parameter.name(),
        parameter.annotation(),
        parameter.defaultValue());
  }

  /**
   * Adds a parameter.
   *
   * @param first its first token, which may be {@code *} or {@code **}
   */
  void add(
      Token first, Token name, Optional<Expression> annotation, Optional<Expression> defaultValue) {
    Kind own = kindOf(first);
    if (own == Kind.POSITIONAL_OR_KEYWORD) {
      checkDefault(name, defaultValue.isPresent());
    }
    int end = annotation.map(type -> endOf(type, name)).orElseGet(() -> Tokens.end(name));
    Span span = new Span(Tokens.start(name), end);
    parameters.add(new Parameter(span, own, tokens.name(name), annotation, defaultValue));
  }

  private static int endOf(Expression annotation, Token name) {
    return Math.max(annotation.span().end(), Tokens.end(name));
  }

  private Kind kindOf(Token first) {
    if (kind == Kind.VAR_KEYWORD) {
      throw misplaced(first, "a parameter behind '**'", "'**' last");
    }
    switch (first.getType()) {
      case PythonGrammar.STAR -> {
        beginKeywordOnly(first);
        return Kind.VAR_POSITIONAL;
      }
      case PythonGrammar.DOUBLE_STAR -> {
        checkComplete();
        kind = Kind.VAR_KEYWORD;
      }
      default -> waitingStar = -1;
    }
    return kind;
  }

  private void beginKeywordOnly(Token star) {
    if (kind != Kind.POSITIONAL_OR_KEYWORD) {
      throw misplaced(star, "'*' a second time", "it once, before any '**'");
    }
    kind = Kind.KEYWORD_ONLY;
  }

  private void checkDefault(Token name, boolean isGiven) {
    if (hasDefault && !isGiven) {
      throw misplaced(
          name, "a parameter without a default behind one that has a default", "a default");
    }
    hasDefault = isGiven;
  }

  /** The parameters in order, once all are added. */
  List<Parameter> parameters() {
    checkComplete();
    return parameters;
  }

  private void checkComplete() {
    if (waitingStar >= 0) {
      throw new Refusal(
          waitingStar, "Found a bare '*', expected a parameter with a name behind it.");
    }
  }

  private static Refusal misplaced(Token token, String found, String expected) {
    return new Refusal(Tokens.start(token), "Found %s, expected %s.".formatted(found, expected));
  }
}
