package dev.amiss.run.linting;

import dev.amiss.UserException;
import dev.amiss.lint.Installation;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Linters;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Toolbox;
import dev.amiss.project.EditDistance;
import dev.amiss.project.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A linter to ask, and in which profile.
 *
 * @param isConfigured whether the project configures it
 */
record Choice(Linter linter, Installation installation, Profile profile, boolean isConfigured) {

  /** Asked where they are found, whether or not the project has them. */
  private static final Set<String> USUAL = Set.of("ruff", "mypy", "pyright");

  /**
   * What the settings ask for.
   *
   * @param profiles those wanted; a linter that the project does not configure has no profile
   *     {@code project}, and has {@code default} in its place
   * @throws UserException if a linter is named that does not exist or is not installed
   */
  static List<Choice> of(Path root, Settings settings, Toolbox toolbox, Set<Profile> profiles)
      throws IOException, InterruptedException {
    boolean isAsked = settings.origin("linters").isPresent();
    List<String> names = settings.linting().names();
    List<Linter> known = Linters.with(settings.linting().custom());
    names.forEach(name -> requireKnown(name, known));
    List<Choice> choices = new ArrayList<>();
    for (Linter linter : known) {
      if (isAsked && !settings.linting().all() && !names.contains(linter.name())) {
        continue;
      }
      Optional<Installation> found = linter.find(toolbox);
      if (found.isEmpty()) {
        requireNotNamed(names, linter.name());
        continue;
      }
      boolean isConfigured = linter.isConfigured(root);
      boolean isWanted =
          isAsked || isConfigured || found.get().isOfProject() || USUAL.contains(linter.name());
      if (isWanted) {
        wanted(profiles, isConfigured).stream()
            .filter(linter::has)
            .forEach(
                profile -> choices.add(new Choice(linter, found.get(), profile, isConfigured)));
      }
    }
    return choices;
  }

  private static List<Profile> wanted(Set<Profile> profiles, boolean isConfigured) {
    List<Profile> wanted = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      boolean isInstead = profile == Profile.DEFAULT && !isConfigured;
      boolean isThere = profile != Profile.PROJECT || isConfigured;
      if (isThere && (profiles.contains(profile) || isInstead)) {
        wanted.add(profile);
      }
    }
    return wanted;
  }

  private static void requireKnown(String name, List<Linter> linters) {
    List<String> known = linters.stream().map(Linter::name).toList();
    if (!known.contains(name)) {
      throw UserException.usage(
          "There is no linter " + name + ".",
          EditDistance.nearest(name, known)
              .map(nearest -> "Did you mean " + nearest + "?")
              .orElse("The linters are: " + String.join(", ", known) + "; or all, or none."));
    }
  }

  private static void requireNotNamed(List<String> names, String name) {
    if (names.contains(name)) {
      throw UserException.usage(
          name + " is neither in the project's environment nor among amiss's own tools.",
          "Run: amiss linters install " + name);
    }
  }
}
