package dev.amiss.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Node.Parameter.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonParserTest {

  private static final Path FILE = Path.of("module.py");

  private static PythonModule parsed(String text) {
    ParseResult result = PythonParser.parse(new SourceFile(FILE, text));
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).module();
  }

  private static ParseResult.Refused refused(String text) {
    ParseResult result = PythonParser.parse(new SourceFile(FILE, text));
    assertThat(result).isInstanceOf(ParseResult.Refused.class);
    return (ParseResult.Refused) result;
  }

  private static <T extends Node> T first(String text, Class<T> kind) {
    return parsed(text).tree().all(kind).findFirst().orElseThrow();
  }

  private static <T extends Node> List<String> texts(String text, Class<T> kind) {
    PythonModule module = parsed(text);
    return module.tree().all(kind).map(module::text).toList();
  }

  @Test
  void every_decision_of_the_grammar_needs_one_token() throws IOException {
    Path generated = Path.of("target/generated-sources/antlr4/dev/amiss/syntax/PythonGrammar.java");
    assertThat(Files.readString(generated))
        .contains("class PythonGrammar")
        .doesNotContain("adaptivePredict");
  }

  @Test
  void await_reaches_to_the_end_of_its_primary() {
    assertThat(texts("x = -await a.b(1)[2] ** await c\n", Expression.Await.class))
        .containsExactly("await a.b(1)[2]", "await c");
  }

  @Test
  void a_call_begins_where_its_primary_does_parentheses_included() {
    assertThat(texts("await (a)(b).c(d)\n", Expression.Call.class))
        .containsExactly("(a)(b).c(d)", "(a)(b)");
  }

  @Test
  void a_function_reaches_from_async_to_its_last_token_without_its_decorators() {
    String text = "@a\nasync def f(): await g();\n\n# end\n";
    assertThat(texts(text, Statement.FunctionDef.class))
        .containsExactly("async def f(): await g();");
  }

  @Test
  void fields_of_strings_hold_real_places() {
    assertThat(texts("x = f'{await a!r:>{await b}}{{}}'\n", Expression.Await.class))
        .containsExactly("await a", "await b");
  }

  @Test
  void operators_of_one_precedence_are_one_chain() {
    Expression.Arithmetic sum = first("x = a + b - c * d\n", Expression.Arithmetic.class);
    assertThat(sum.operators()).containsExactly("+", "-");
    assertThat(sum.operands()).hasSize(3).last().isInstanceOf(Expression.Arithmetic.class);
  }

  @Test
  void a_comparison_keeps_words_of_two_parts_together() {
    assertThat(first("a not in b is not c\n", Expression.Comparison.class).operators())
        .containsExactly("not in", "is not");
  }

  @Test
  void not_takes_a_whole_comparison_and_and_binds_tighter_than_or() {
    Expression.BooleanOperation or =
        first("not a == b or c and d\n", Expression.BooleanOperation.class);
    assertThat(or.isAnd()).isFalse();
    assertThat(or.operands().get(0)).isInstanceOf(Expression.Not.class);
    assertThat(or.operands().get(1)).isInstanceOf(Expression.BooleanOperation.class);
  }

  @Test
  void parameters_know_how_arguments_reach_them() {
    Statement.FunctionDef function =
        first("def f(a, /, b: int = 1, *c, d, **e): pass\n", Statement.FunctionDef.class);
    assertThat(function.parameters())
        .extracting(Node.Parameter::kind)
        .containsExactly(
            Kind.POSITIONAL_ONLY,
            Kind.POSITIONAL_OR_KEYWORD,
            Kind.VAR_POSITIONAL,
            Kind.KEYWORD_ONLY,
            Kind.VAR_KEYWORD);
  }

  @Test
  void names_are_compared_as_python_compares_them() {
    assertThat(parsed("ﬁ = 1\nfi = ﬁ\n").tree().all(Expression.Name.class))
        .extracting(Expression.Name::id)
        .containsOnly("fi");
  }

  @Test
  void the_value_of_a_string_has_its_escapes_resolved() {
    String text = "x = 'a\\n\\x41\\u00e9\\101' r'\\n' \"\"\"\\\nb\"\"\"\n";
    assertThat(first(text, Expression.StringLiteral.class).value())
        .isEqualTo(Optional.of("a\nAéA\\nb"));
  }

  @Test
  void bytes_have_no_value() {
    assertThat(first("x = b'a' b''\n", Expression.StringLiteral.class).value()).isEmpty();
  }

  @Test
  void exceptions_of_a_handler_are_the_same_with_and_without_parentheses() {
    assertThat(first("try: pass\nexcept (A, B): pass\n", Node.ExceptHandler.class).types())
        .hasSize(2);
    assertThat(first("try: pass\nexcept A, B: pass\n", Node.ExceptHandler.class).types())
        .hasSize(2);
  }

  @Test
  void parentheses_of_a_with_statement_hold_its_items() {
    assertThat(first("with (a as b, c): pass\n", Statement.With.class).items()).hasSize(2);
    assertThat(first("with (a, b) as c: pass\n", Statement.With.class).items()).hasSize(1);
  }

  @Test
  void a_pattern_tells_what_it_looks_up_from_what_it_binds() {
    Node.MatchCase matchCase =
        first(
            "match a:\n  case B(1, x, y=c.d) | {'k': [_, *z], **r} if x: pass\n",
            Node.MatchCase.class);
    assertThat(matchCase.captures()).extracting(Expression.Name::id).containsExactly("x", "z", "r");
    assertThat(matchCase.patternValues()).hasSize(4);
  }

  @Test
  void an_elif_is_an_if_alone_in_otherwise() {
    Statement.If first = first("if a: b\nelif c: d\nelse: e\n", Statement.If.class);
    assertThat(first.otherwise()).singleElement().isInstanceOf(Statement.If.class);
  }

  @Test
  void a_refusal_counts_columns_in_code_points_from_one() {
    ParseResult.Refused refused = refused("x = 1\ny = '\uD83D\uDE00' z\n");
    assertThat(refused.position()).hasToString("2:9");
    assertThat(refused.message()).isEqualTo("Found 'z', expected the end of the line.");
  }

  @Test
  void a_fault_of_grammar_comes_before_one_of_the_tokenizer_further_down() {
    assertThat(refused("a b\nx = 'never closed\n").position()).hasToString("1:3");
  }

  @Test
  void a_fault_of_grammar_comes_before_what_only_the_tree_shows_further_up() {
    assertThat(refused("f() = 1\ng() = 2\nx = )\n").position()).hasToString("3:5");
    assertThat(refused("f() = 1\ng() = 2\nx = 3\n").position()).hasToString("1:1");
  }

  @Test
  void bytes_that_cannot_be_decoded_are_refused() {
    ParseResult result = PythonParser.parse(FILE, new byte[] {'x', '\n', (byte) 0xFF});
    assertThat(result)
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused -> assertThat(refused.position()).hasToString("2:1"));
  }

  @Test
  void a_byte_order_mark_is_not_counted() {
    ParseResult result = PythonParser.parse(FILE, "\uFEFFawait x\n".getBytes(UTF_8));
    PythonModule module = ((ParseResult.Parsed) result).module();
    assertThat(module.start(module.tree().body().get(0))).hasToString("1:1");
  }

  @Test
  void nesting_that_overflows_the_stack_is_refused() {
    String text = "x = " + "lambda: ".repeat(100_000) + "0\n";
    assertThat(refused(text).message()).contains("nested too deeply");
  }

  @Test
  void long_chains_are_no_deep_nesting() {
    String text = "x = a" + ".b(1)".repeat(20_000) + " + 1".repeat(20_000) + "\n";
    assertThat(parsed(text).tree().all(Expression.Call.class)).hasSize(20_000);
  }
}
