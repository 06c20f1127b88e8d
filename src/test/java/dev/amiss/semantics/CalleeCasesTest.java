package dev.amiss.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Expression;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code cases} is a small project. A comment {@code #: answers} gives the
 * callees of its line.
 *
 * <p>Where the line has {@code await}, the answers are of what its awaits await, in source order,
 * else of its calls. An answer is the callee's name, kind, how it is known and where it lives; two
 * answers stand with {@code ;} between them. {@code unknown} alone is a callee of which nothing is
 * known. {@code via} and the declarations follow where they are not just the one that the name
 * says.
 */
class CalleeCasesTest {

  private static final Path CASES = Path.of("src/test/resources/dev/amiss/semantics/cases");
  private static final String MARK = "#: ";

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void callees_are_found(Path folder) throws IOException {
    List<PythonModule> modules = modules(folder);
    Program program = Program.of(modules, roots(folder));

    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (PythonModule module : modules) {
      for (int line = 1; line <= module.lines().count(); line++) {
        String text = module.lines().line(line);
        if (text.contains(MARK)) {
          String place = module.path() + ":" + line + "  ";
          expected.add(place + text.substring(text.indexOf(MARK) + MARK.length()).strip());
          actual.add(place + answers(program, module, line));
        }
      }
    }

    assertThat(expected).isNotEmpty();
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  private static List<Path> roots(Path folder) throws IOException {
    Path roots = folder.resolve("roots.txt");
    return Files.exists(roots)
        ? Files.readAllLines(roots).stream().map(Path::of).toList()
        : List.of(Path.of(""));
  }

  private static List<PythonModule> modules(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted()
          .map(file -> module(folder, file))
          .toList();
    }
  }

  private static PythonModule module(Path folder, Path file) {
    try {
      SourceFile source = new SourceFile(folder.relativize(file), Files.readString(file));
      return ((ParseResult.Parsed) PythonParser.parse(source)).module();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answers(Program program, PythonModule module, int line) {
    List<Expression.Await> awaits = on(line, module, Expression.Await.class);
    return awaits.isEmpty()
        ? on(line, module, Expression.Call.class).stream()
            .map(call -> answer(program.callee(module, call)))
            .collect(Collectors.joining("; "))
        : awaits.stream()
            .map(await -> answer(program.awaited(module, await)))
            .collect(Collectors.joining("; "));
  }

  private static <T extends Expression> List<T> on(int line, PythonModule module, Class<T> kind) {
    return module
        .tree()
        .all(kind)
        .filter(node -> module.start(node).line() == line)
        .sorted(Comparator.comparingInt(node -> node.span().start()))
        .toList();
  }

  private static String answer(Callee callee) {
    if (callee.where() == Callee.Where.UNKNOWN && callee.kind() == Callee.Kind.UNKNOWN) {
      return "unknown";
    }
    String known =
        Stream.of(callee.kind(), callee.known(), callee.where())
            .map(word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(" "));
    return callee.name() + " " + known + via(callee).map(via -> " via " + via).orElse("");
  }

  private static Optional<String> via(Callee callee) {
    String declarations =
        callee.declarations().stream()
            .map(FunctionDeclaration::qualifiedName)
            .collect(Collectors.joining(", "));
    boolean isPlain = declarations.isEmpty() || declarations.equals(callee.name());
    return isPlain ? Optional.empty() : Optional.of(declarations);
  }
}
