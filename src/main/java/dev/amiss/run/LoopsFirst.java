package dev.amiss.run;

import dev.amiss.mutation.Mutant;
import dev.amiss.source.Position;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which mutants are judged: first those in a {@code while} loop, which may spin until
 * their processor time is spent. Judged last, they would keep one worker busy and the rest idle.
 */
final class LoopsFirst {

  private record Loop(Position start, Position end) {}

  private final Map<Path, List<Loop>> loops = new HashMap<>();

  LoopsFirst(Collection<PythonModule> modules) {
    for (PythonModule module : modules) {
      loops.put(
          module.path(),
          module.tree().all(Statement.While.class).map(loop -> loop(module, loop)).toList());
    }
  }

  /** Otherwise they keep their order. */
  List<Mutant> order(List<Mutant> mutants) {
    Map<Boolean, List<Mutant>> parts =
        mutants.stream().collect(Collectors.partitioningBy(this::isInLoop));
    return Stream.concat(
            parts.getOrDefault(true, List.of()).stream(),
            parts.getOrDefault(false, List.of()).stream())
        .toList();
  }

  private boolean isInLoop(Mutant mutant) {
    Position anchor = mutant.start();
    return loops.getOrDefault(mutant.file(), List.of()).stream()
        .anyMatch(loop -> loop.start().compareTo(anchor) < 0 && anchor.compareTo(loop.end()) < 0);
  }

  private static Loop loop(PythonModule module, Statement.While loop) {
    return new Loop(module.start(loop), module.lines().position(loop.span().end()));
  }
}
