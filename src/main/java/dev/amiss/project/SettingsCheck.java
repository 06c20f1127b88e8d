package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amiss.project.Settings.Color;
import dev.amiss.project.Settings.Isolation;
import dev.amiss.project.Settings.Limits;
import dev.amiss.project.Settings.Linting;
import dev.amiss.project.Settings.Model;
import dev.amiss.project.Settings.MutationSettings;
import dev.amiss.project.Settings.Reporting;
import dev.amiss.project.Settings.Selection;
import dev.amiss.project.Settings.Testing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns settings as given into {@link Settings}: names the type and the default of each. */
final class SettingsCheck {

  private static final int CASCADE = 3;
  private static final int BASELINE_RUNS = 2;
  private static final Duration TIMEOUT_FLOOR = Duration.ofSeconds(5);
  private static final double TIMEOUT_FACTOR = 5;

  private final GivenSettings given;

  private SettingsCheck(GivenSettings given) {
    this.given = given;
  }

  static Settings checked(GivenSettings given) {
    return new SettingsCheck(given).settings();
  }

  private Settings settings() {
    return new Settings(
        selection(),
        new MutationSettings(
            flag("awaitables"),
            whole("cascade", 0).orElse(CASCADE),
            choice("model", Model.class, Model.AUTO)),
        testing(),
        limits(),
        linting(),
        reporting(),
        words("source"),
        origins());
  }

  private Selection selection() {
    return new Selection(
        words("operator"),
        words("exclude-operator"),
        words("file"),
        words("function"),
        value("since").map(GivenValue::text),
        GivenValue.optional(whole("sample", 1)),
        value("seed").map(GivenValue::anyWhole).orElse(0L));
  }

  private Testing testing() {
    return new Testing(
        value("python").map(GivenValue::program),
        value("pytest-args").map(GivenValue::shellWords).orElse(List.of()),
        value("workers").map(GivenValue::workers).orElse(OptionalInt.empty()),
        choice("isolation", Isolation.class, Isolation.AUTO),
        whole("verify", 0).orElse(0),
        whole("baseline-runs", 1).orElse(BASELINE_RUNS),
        flag("allow-failing"),
        !flag("no-cache"));
  }

  private Limits limits() {
    return new Limits(
        value("timeout-floor").map(GivenValue::duration).orElse(TIMEOUT_FLOOR),
        value("timeout-factor").map(GivenValue::factor).orElse(TIMEOUT_FACTOR),
        GivenValue.optionalLong(value("memory").map(GivenValue::bytes)));
  }

  private Linting linting() {
    List<String> names = value("linters").map(GivenValue::list).orElse(List.of("all"));
    List<CustomLinter> custom =
        given
            .value(GivenSettings.CUSTOM_LINTERS)
            .map(table -> CustomLinter.all((JsonNode) table.value(), table.place()))
            .orElse(List.of());
    if (names.equals(List.of("all"))) {
      return new Linting(true, List.of(), custom);
    }
    return new Linting(false, names.equals(List.of("none")) ? List.of() : names, custom);
  }

  private Reporting reporting() {
    return new Reporting(
        GivenValue.optionalDouble(value("fail-under").map(GivenValue::percent)),
        value("fail-on").map(value -> value.oneOf(List.of("escaped"))).isPresent(),
        value("format").map(GivenValue::list).orElse(List.of()),
        value("output").map(GivenValue::path),
        choice("color", Color.class, Color.AUTO),
        flag("quiet"),
        flag("verbose"));
  }

  private SortedMap<String, String> origins() {
    SortedMap<String, String> origins = new TreeMap<>();
    for (String name : Settings.NAMES) {
      value(name).ifPresent(value -> origins.put(name, value.place()));
    }
    return origins;
  }

  private Optional<GivenValue> value(String name) {
    return given.value(name).map(GivenValue::new);
  }

  private List<String> words(String name) {
    return value(name).map(GivenValue::words).orElse(List.of());
  }

  private boolean flag(String name) {
    return value(name).map(GivenValue::flag).orElse(false);
  }

  private Optional<Integer> whole(String name, int least) {
    return value(name).map(value -> value.whole(least));
  }

  private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    return value(name).map(value -> value.choice(type)).orElse(otherwise);
  }
}
