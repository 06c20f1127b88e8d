package dev.amiss.mutation.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.semantics.FunctionDeclaration;
import dev.amiss.semantics.Program;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonParser;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatchTest {

  /** Reasons name the first that stands in the way, in every process the same. */
  @Test
  void members_stay_in_the_order_in_which_they_were_found() {
    String source =
        IntStream.range(0, 30)
            .mapToObj("def handle_%d(): ..."::formatted)
            .collect(Collectors.joining("\n", "", "\n"));
    ParseResult.Parsed parsed =
        (ParseResult.Parsed) PythonParser.parse(new SourceFile(Path.of("app.py"), source));
    List<FunctionDeclaration> functions =
        Program.of(List.of(parsed.module()), List.of(Path.of(""))).functions().toList();

    Dispatch dispatch = new Dispatch("app.py:1", new LinkedHashSet<>(functions), List.of(), true);

    assertThat(dispatch.members()).containsExactlyElementsOf(functions);
  }
}
