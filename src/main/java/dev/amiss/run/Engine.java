package dev.amiss.run;

import dev.amiss.pytest.Worker;
import dev.amiss.result.Verdict;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which amiss judges: another one may come to other verdicts. */
final class Engine {

  private Engine() {}

  /** Amiss's version, its Python side, and what a verdict consists of. */
  static String version() {
    String number =
        Optional.ofNullable(Engine.class.getPackage().getImplementationVersion())
            .orElse("development");
    String verdict =
        Arrays.stream(Verdict.class.getRecordComponents())
            .map(component -> component.getName() + " " + component.getGenericType())
            .collect(Collectors.joining(", "));
    return "amiss " + number + "\n" + Worker.version() + "\n" + verdict;
  }
}
