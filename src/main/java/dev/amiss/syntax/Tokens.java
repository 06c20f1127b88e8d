package dev.amiss.syntax;

import dev.amiss.source.Span;
import java.util.Arrays;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** All tokens of a file, as ANTLR reads them and as the tree is cut from them. */
final class Tokens implements TokenStream {

  private final String text;
  private final char[] characters;
  private final Names names;
  private PythonToken[] tokens;
  private int count;
  private int next;
  private @Nullable Refusal refusal;

  /**
   * No tokens yet.
   *
   * @param characters the same text, with room behind it
   */
  Tokens(String text, char[] characters) {
    this.text = text;
    this.characters = characters;
    this.names = new Names(characters);
    // Python has about one token for every four characters.
    this.tokens = new PythonToken[text.length() / 4 + 16];
  }

  void add(int type, int start, int end) {
    if (count == tokens.length) {
      tokens = Arrays.copyOf(tokens, count * 2);
    }
    tokens[count] = new PythonToken(type, start, end, count);
    count++;
  }

  /** Ends the list where the tokenizer could not go on. */
  void fail(Refusal reason) {
    refusal = reason;
    int offset = Math.max(reason.offset(), count == 0 ? 0 : tokens[count - 1].end());
    add(PythonGrammar.INVALID, offset, offset);
    add(Token.EOF, offset, offset);
  }

  /** Why the tokenizer could not go on; empty if it reached the end. */
  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The type of the token added last; {@link Token#INVALID_TYPE} before the first. */
  int lastType() {
    return count == 0 ? Token.INVALID_TYPE : tokens[count - 1].getType();
  }

  @Override
  public PythonToken get(int index) {
    return tokens[index];
  }

  PythonToken before(Token token) {
    return tokens[token.getTokenIndex() - 1];
  }

  PythonToken after(Token token) {
    return tokens[token.getTokenIndex() + 1];
  }

  /** The given token, or the nearest before it that stands for characters and not for layout. */
  PythonToken lastReal(Token token) {
    int index = token.getTokenIndex();
    while (isLayout(tokens[index].getType())) {
      index--;
    }
    return tokens[index];
  }

  private static boolean isLayout(int type) {
    return type == PythonGrammar.NEWLINE
        || type == PythonGrammar.INDENT
        || type == PythonGrammar.DEDENT;
  }

  Span span(Token token) {
    return new Span(start(token), end(token));
  }

  Span span(Token first, Token last) {
    return new Span(start(first), end(last));
  }

  /** All that a rule matched. */
  Span span(ParserRuleContext context) {
    return new Span(start(context.start), end(context.stop));
  }

  static int start(Token token) {
    return ((PythonToken) token).start();
  }

  static int end(Token token) {
    return ((PythonToken) token).end();
  }

  /** The name that a token spells, as Python compares names. */
  String name(Token token) {
    return names.at(start(token), end(token));
  }

  /** What a plain string literal says. */
  StringText literal(Token token) {
    return StringText.of(text, characters, start(token), end(token));
  }

  String text(int start, int end) {
    return text.substring(start, end);
  }

  String text(Token token) {
    return text(start(token), end(token));
  }

  /** The token that the parser has to take next. */
  PythonToken current() {
    return tokens[next];
  }

  /** The token taken last; the first one before any. */
  PythonToken previous() {
    return tokens[next > 0 ? next - 1 : 0];
  }

  /** Never asked for what lies behind the end: the parser looks one token ahead and keeps EOF. */
  @Override
  public PythonToken LT(int k) {
    return tokens[k > 0 ? next + k - 1 : Math.max(next + k, 0)];
  }

  @Override
  public int LA(int k) {
    return tokens[next + k - 1].getType();
  }

  @Override
  public void consume() {
    next++;
  }

  @Override
  public int index() {
    return next;
  }

  @Override
  public void seek(int index) {
    next = index;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // Every token is kept anyway.
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("the tokens are all read before parsing begins");
  }

  @Override
  public String getText(Interval interval) {
    return text(start(tokens[interval.a]), end(tokens[interval.b]));
  }

  @Override
  public String getText() {
    return text;
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token first, Token last) {
    return text(start(first), end(last));
  }
}
