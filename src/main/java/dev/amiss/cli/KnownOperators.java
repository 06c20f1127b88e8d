package dev.amiss.cli;

import dev.amiss.UserException;
import dev.amiss.mutation.MutationOperator;
import dev.amiss.mutation.operator.Operators;
import dev.amiss.project.EditDistance;
import dev.amiss.project.Settings;
import java.util.List;
import java.util.stream.Stream;

/** The names of the mutation operators. */
final class KnownOperators {

  static final List<String> IDS = Operators.ALL.stream().map(MutationOperator::id).toList();

  private KnownOperators() {}

  /** Refuses a selection that names an operator which does not exist. */
  static void check(Settings.Selection selection) {
    Stream.concat(selection.operators().stream(), selection.excludedOperators().stream())
        .forEach(KnownOperators::check);
  }

  static void check(String id) {
    if (!IDS.contains(id)) {
      throw UserException.usage(
          "There is no operator " + id + ".",
          EditDistance.nearest(id, IDS)
              .map(nearest -> "Did you mean " + nearest + "?")
              .orElse("`amiss explain` names them all."));
    }
  }
}
