package dev.amiss.mutation.decoy;

import dev.amiss.mutation.migration.AddedCode;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.mutation.site.Surroundings;
import dev.amiss.syntax.Statement.FunctionDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that annotations of added code need, as the module writes them. */
final class Typing {

  private final AddedCode added;
  private final List<String> missing = new ArrayList<>();

  Typing(AddedCode added) {
    this.added = added;
  }

  /** Whether people annotate there, so that code without annotations would stand out. */
  static boolean isUsual(Surroundings around, AwaitSite site) {
    return around
        .function(site.await())
        .filter(Typing::isAnnotated)
        .isPresent();
  }

  private static boolean isAnnotated(FunctionDef function) {
    return function.returns().isPresent()
        || function.parameters().stream().anyMatch(each -> each.annotation().isPresent());
  }

  String name(String module, String wish) {
    Optional<String> found = added.imported(module, wish);
    if (found.isEmpty()) {
      missing.add(wish);
    }
    return found.orElse(wish);
  }

  /** Why there is no way to annotate; empty where there is one. */
  Optional<String> obstacle() {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "in its module, names that annotations need mean something else: "
                + String.join(", ", missing));
  }
}
