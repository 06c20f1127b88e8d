package dev.amiss.syntax;

import dev.amiss.syntax.PythonGrammar.StatementContext;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser inherits: ANTLR's own ways of stepping through tokens and rules,
 * without what this parser never has (listeners, a parse tree, repair).
 *
 * <p>Rules and tokens are entered and taken millions of times in a large project. That the tokens
 * and the error strategy are known by class and not by interface is a tenth of all parsing.
 */
@SuppressWarnings("HidingField") // On purpose; see _input.
abstract class DirectParser extends Parser {

  // They hide ANTLR's fields of these names from the generated code, which asks them at every step.
  final Tokens _input;
  final Refusing _errHandler;

  private Consumer<StatementContext> receiver = statement -> {};

  DirectParser(TokenStream tokens) {
    super(tokens);
    _input = (Tokens) tokens;
    _errHandler = new Refusing(_input);
    setBuildParseTree(false);
    removeErrorListeners();
    setErrorHandler(_errHandler);
  }

  /** From now on every statement of the module goes there as soon as it is matched. */
  final void giveTo(Consumer<StatementContext> other) {
    receiver = other;
  }

  final void matched(StatementContext statement) {
    receiver.accept(statement);
  }

  @Override
  public final Token match(int type) {
    PythonToken token = _input.current();
    if (token.getType() != type) {
      return _errHandler.recoverInline(this);
    }
    if (type == Token.EOF) {
      matchedEOF = true;
    } else {
      _input.consume();
    }
    return token;
  }

  @Override
  public final Token consume() {
    PythonToken token = _input.current();
    if (token.getType() != Token.EOF) {
      _input.consume();
    }
    return token;
  }

  @Override
  public final void enterRule(ParserRuleContext context, int state, int rule) {
    setState(state);
    _ctx = context;
    context.start = _input.current();
  }

  @Override
  public final void enterOuterAlt(ParserRuleContext context, int alternative) {
    _ctx = context;
  }

  @Override
  public final void exitRule() {
    ParserRuleContext context = _ctx;
    context.stop = matchedEOF ? _input.current() : _input.previous();
    setState(context.invokingState);
    _ctx = context.getParent();
  }
}
