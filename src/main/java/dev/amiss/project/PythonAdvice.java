package dev.amiss.project;

import dev.amiss.UserException;
import dev.amiss.process.ShellQuote;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Judges a Python, and says what to do about one that will not do.
 *
 * @param root the project's root
 */
record PythonAdvice(Path root, PythonChoice choice) {

  /**
   * @throws UserException if it cannot be run, is too old, or cannot import pytest
   */
  PythonEnvironment usable(PythonFacts facts) {
    runnable(facts);
    return new PythonEnvironment(
        facts.executable(),
        choice.why(),
        facts.version(),
        facts.answer().path("implementation").asText(),
        Path.of(facts.answer().path("prefix").asText()),
        facts.answer().path("isVirtual").asBoolean(),
        facts.answer().path("canFork").asBoolean(),
        facts.pytest().orElseThrow(() -> withoutPytest(facts)),
        facts.plugins(),
        facts.packages());
  }

  /**
   * @throws UserException if it cannot be run or is too old
   */
  void runnable(PythonFacts facts) {
    if (facts.problem().isPresent()) {
      throw UserException.notTestable(
          tried() + " cannot be used: " + facts.problem().get() + ".",
          "Name a Python of version 3.9 or newer with --python PATH.");
    }
    if (facts.major() < 3 || facts.minor() < PythonEnvironment.OLDEST_MINOR) {
      throw UserException.notTestable(
          tried() + " is version " + facts.version() + "; amiss needs 3.9 or newer.",
          "Name a newer one with --python PATH.");
    }
  }

  /**
   * @param oldest the 12 of 3.12, where the project declares that it needs that or newer
   * @throws UserException if it is older
   */
  void newEnough(PythonFacts facts, OptionalInt oldest) {
    if (oldest.isPresent() && facts.major() == 3 && facts.minor() < oldest.getAsInt()) {
      throw UserException.notTestable(
          "The project declares that it needs Python 3.%d or newer, and %s is version %s."
              .formatted(oldest.getAsInt(), tried(), facts.version()),
          "Name a newer one with --python PATH.");
    }
  }

  private UserException withoutPytest(PythonFacts facts) {
    boolean isMissing =
        facts.pytestProblem().startsWith("ModuleNotFoundError: No module named 'py");
    String what = isMissing ? "pytest is not installed for it" : facts.pytestProblem();
    return UserException.notTestable(
        tried() + " cannot import pytest: " + what + ".",
        "Run `amiss run %s --prepare` for an environment made from the project's declaration, or `%s"
                .formatted(ShellQuote.quoted(root), ShellQuote.quoted(choice.program()))
            + " -m pip install pytest`.");
  }

  private String tried() {
    return choice.program() + " (" + choice.why() + ")";
  }
}
