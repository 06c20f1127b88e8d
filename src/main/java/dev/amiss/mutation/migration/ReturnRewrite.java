package dev.amiss.mutation.migration;

import dev.amiss.mutation.surgery.Rewriting;
import dev.amiss.source.Edit;
import dev.amiss.source.Span;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Expression.Comparison;
import dev.amiss.syntax.Expression.Conditional;
import dev.amiss.syntax.Expression.Constant;
import dev.amiss.syntax.Expression.Dict;
import dev.amiss.syntax.Expression.Name;
import dev.amiss.syntax.Expression.Walrus;
import dev.amiss.syntax.Node.Argument;
import dev.amiss.syntax.Node.DictEntry;
import dev.amiss.syntax.PythonModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a model of what a function returns.
 *
 * <p>{@code {"a": 1}} becomes {@code Model(a=1)} where every key can be written so; whatever else
 * there is becomes {@code Model(**…)}. {@code None} stays {@code None}.
 */
final class ReturnRewrite {

  private static final Pattern COLON = Pattern.compile("[ \\t]*:[ \\t]*");

  private final DictTypes types;
  private final PythonModule module;
  private final String model;
  private final Rewriting rewriting;
  private final Names names;
  private final Guards guards;

  ReturnRewrite(
      DictTypes types,
      DictFunction function,
      String model,
      Rewriting rewriting,
      Names names,
      Guards guards) {
    this.names = names;
    this.guards = guards;
    this.types = types;
    this.module = function.module();
    this.model = model;
    this.rewriting = rewriting;
  }

  /**
   * Writes one return.
   *
   * @param mayBeNone whether the function may return {@code None}, for all that it says
   */
  void write(Expression value, boolean mayBeNone) {
    if (value instanceof Conditional choice && isEvident(choice)) {
      write(choice.body(), false);
      write(choice.otherwise(), false);
    } else if (DictFunction.isNone(value)) {
      return;
    } else if (value instanceof Dict display && areKeywords(display)) {
      writeKeywords(display);
    } else if (value instanceof Call call && isKeywordCall(call)) {
      rewriting.replace(
          module,
          call.function(),
          name(call.function().span()),
          List.of(new Edit(call.function().span(), model)));
    } else if (mayBeNone && !isDict(value)) {
      writeGuarded(value);
    } else {
      rewriting.replace(
          module,
          value,
          unpacked(value),
          List.of(
              Edit.insert(value.span().start(), model + "(**"),
              Edit.insert(value.span().end(), ")")));
    }
  }

  /** Whether a value cannot be {@code None}. */
  private boolean isDict(Expression value) {
    return types.isEvident(module, value) || (value instanceof Name name && guards.isTrue(name));
  }

  /** Whether every arm of a choice is a dict made there, or {@code None}. */
  private boolean isEvident(Expression value) {
    if (value instanceof Conditional choice) {
      return isEvident(choice.body()) && isEvident(choice.otherwise());
    }
    return DictFunction.isNone(value) || types.isEvident(module, value);
  }

  private boolean isKeywordCall(Call call) {
    return types.isDictCall(module, call)
        && call.arguments().stream().allMatch(each -> each.keyword().isPresent());
  }

  private Name name(Span span) {
    return new Name(span, model);
  }

  private Call unpacked(Expression value) {
    Argument argument =
        new Argument(value.span(), Argument.Kind.DOUBLE_STARRED, Optional.empty(), value);
    return new Call(value.span(), name(value.span()), List.of(argument));
  }

  /** Whether a display can be written as keywords: no key twice, none that is no name. */
  private boolean areKeywords(Dict display) {
    Set<String> keys = new HashSet<>();
    return display.entries().stream()
        .allMatch(
            entry ->
                entry
                        .key()
                        .flatMap(Keys::constant)
                        .filter(Builtins::isKeyword)
                        .filter(keys::add)
                        .isPresent()
                    && toValue(entry).isPresent());
  }

  /** From a key to its value's first character, where nothing but a colon stands between them. */
  private Optional<Span> toValue(DictEntry entry) {
    Span key = entry.key().orElseThrow().span();
    int behindKey = key.end();
    Span gap = new Span(behindKey, entry.value().span().start());
    String behind = module.source().text(gap);
    Matcher colon = COLON.matcher(behind);
    return colon.lookingAt()
        ? Optional.of(new Span(key.start(), key.end() + colon.end()))
        : Optional.empty();
  }

  private void writeKeywords(Dict display) {
    List<Edit> edits = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    int start = display.span().start();
    edits.add(new Edit(new Span(start, start + 1), model + "("));
    for (DictEntry entry : display.entries()) {
      String key = entry.key().flatMap(Keys::constant).orElseThrow();
      edits.add(new Edit(toValue(entry).orElseThrow(), key + "="));
      arguments.add(
          new Argument(entry.span(), Argument.Kind.KEYWORD, Optional.of(key), entry.value()));
    }
    int end = display.span().end();
    edits.add(new Edit(new Span(end - 1, end), ")"));
    rewriting.replace(
        module, display, new Call(display.span(), name(display.span()), arguments), edits);
  }

  /** {@code None} stays what it is. */
  private void writeGuarded(Expression value) {
    Span span = value.span();
    Expression none = new Constant(span, Constant.Kind.NONE);
    if (value instanceof Name local) {
      Expression test = new Comparison(span, List.of(local, none), List.of("is"));
      Expression made = unpacked(new Name(span, local.id()));
      rewriting.replace(
          module,
          value,
          new Conditional(span, none, test, made),
          List.of(
              Edit.insert(span.start(), "None if " + local.id() + " is None else " + model + "(**"),
              Edit.insert(span.end(), ")")));
      return;
    }
    String found = names.free(module, "found", "_dict");
    Expression kept = new Walrus(span, new Name(span, found), value);
    Expression test = new Comparison(span, List.of(kept, none), List.of("is"));
    rewriting.replace(
        module,
        value,
        new Conditional(span, none, test, unpacked(new Name(span, found))),
        List.of(
            Edit.insert(span.start(), "None if (" + found + " := "),
            Edit.insert(span.end(), ") is None else " + model + "(**" + found + ")")));
  }

  /** The keys that all that is returned begins with. */
  static List<String> leading(Keys keys, DictFunction function) throws Refusal {
    Optional<List<String>> leading = Optional.empty();
    for (Expression returned : function.returned()) {
      List<String> own = keys.leading(function.module(), function.definition(), returned);
      leading = Optional.of(leading.map(known -> Keys.common(known, own)).orElse(own));
    }
    return leading.orElse(List.of());
  }
}
