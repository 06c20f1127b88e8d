package dev.amiss.project;

import dev.amiss.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One value as given, read as whatever its setting takes; refused, with the place, if it is not.
 */
record GivenValue(GivenSettings.Given given) {

  private static final Pattern QUANTITY =
      Pattern.compile("(?<number>\\d+(?:\\.\\d+)?)\\s*(?<unit>[A-Za-z]*)");

  private static final Map<String, Long> MILLISECONDS =
      Map.of("ms", 1L, "", 1_000L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L);

  private static final Map<String, Long> BYTES =
      Map.of(
          "kb",
          1_000L,
          "mb",
          1_000_000L,
          "gb",
          1_000_000_000L,
          "kib",
          1L << 10,
          "mib",
          1L << 20,
          "gib",
          1L << 30);

  String place() {
    return given.place();
  }

  boolean is(String text) {
    return given.value().equals(text);
  }

  String text() {
    if (given.value() instanceof String text && !text.isBlank()) {
      return text;
    }
    throw refused("a string");
  }

  boolean flag() {
    if (given.value() instanceof Boolean flag) {
      return flag;
    }
    throw refused("true or false");
  }

  /** One string or several. */
  List<String> words() {
    if (given.value() instanceof List<?> list) {
      return list.stream().map(this::word).toList();
    }
    return List.of(text());
  }

  /** Several strings; one string may hold several with commas between them. */
  List<String> list() {
    return words().stream()
        .flatMap(word -> Stream.of(word.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Words that are ready, or one string for a shell to split. */
  List<String> shellWords() {
    if (given.value() instanceof List<?>) {
      return words();
    }
    if (given.value() instanceof String text) {
      return ShellWords.split(text, place());
    }
    throw refused("a string, as you would write it in a shell, or an array of strings");
  }

  long whole(long least) {
    if (given.value() instanceof Long number && number >= least) {
      return number;
    }
    if (given.value() instanceof Integer number && number >= least) {
      return number;
    }
    if (given.value() instanceof String text && text.matches("-?\\d{1,18}")) {
      return new GivenValue(new GivenSettings.Given(Long.valueOf(text), place(), given.base()))
          .whole(least);
    }
    throw refused(least == Long.MIN_VALUE ? "a whole number" : "a whole number from " + least);
  }

  int small(int least, String... orElse) {
    String wanted = String.join(" or ", orElse);
    if (given.value() instanceof String text && !text.matches("-?\\d{1,18}") && !wanted.isEmpty()) {
      throw refused("a whole number from " + least + ", or " + wanted);
    }
    long number = whole(least);
    if (number > Integer.MAX_VALUE) {
      throw refused("a whole number from " + least + " to " + Integer.MAX_VALUE);
    }
    return (int) number;
  }

  double factor() {
    double factor = number(Double.NaN, given.value());
    if (factor >= 1 && Double.isFinite(factor)) {
      return factor;
    }
    throw refused("a number from 1");
  }

  /** {@code 80}, {@code 79.5} or {@code "80%"}. */
  double percent() {
    Object value = given.value();
    Object bare = value instanceof String text ? text.replaceFirst("\\s*%$", "") : value;
    double percent = number(Double.NaN, bare);
    if (percent >= 0 && percent <= 100) {
      return percent;
    }
    throw refused("a percentage from 0 to 100");
  }

  /** Seconds as a number, or {@code "500ms"}, {@code "5s"}, {@code "2min"}, {@code "1h"}. */
  Duration duration() {
    Optional<Double> milliseconds = quantity(MILLISECONDS).filter(amount -> amount >= 1);
    return milliseconds
        .map(amount -> Duration.ofMillis(Math.round(amount)))
        .orElseThrow(() -> refused("a time, as 5 (seconds), \"500ms\" or \"2min\""));
  }

  /** {@code "512MiB"}, {@code "4GB"}; a unit is needed. */
  long bytes() {
    return quantity(BYTES)
        .filter(amount -> amount >= 1)
        .map(Math::round)
        .orElseThrow(() -> refused("an amount of memory with its unit, as \"4GiB\" or \"512MB\""));
  }

  Path path() {
    return given.base().resolve(home(text())).normalize();
  }

  /** A path if it has a separator or is a name to be looked up if it has none. */
  String program() {
    return text().contains("/") || text().contains("\\") ? path().toString() : text();
  }

  String oneOf(List<String> words) {
    if (given.value() instanceof String text && words.contains(text)) {
      return text;
    }
    throw refused(words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words));
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    List<String> words =
        constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    return constants.get(words.indexOf(oneOf(words)));
  }

  static OptionalInt optional(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  static OptionalLong optionalLong(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  static OptionalDouble optionalDouble(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private String word(Object element) {
    if (element instanceof String text && !text.isBlank()) {
      return text;
    }
    throw refused("an array of strings");
  }

  private Optional<Double> quantity(Map<String, Long> units) {
    Matcher matcher = QUANTITY.matcher(String.valueOf(given.value()).strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(matcher.group("number"));
    return Optional.ofNullable(units.get(matcher.group("unit").toLowerCase(Locale.ROOT)))
        .map(unit -> number * unit);
  }

  private static double number(double otherwise, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    boolean isNumber = value instanceof String text && text.matches("\\d{1,15}(?:\\.\\d{1,15})?");
    return isNumber ? Double.parseDouble((String) value) : otherwise;
  }

  private static String home(String path) {
    return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
  }

  private UserException refused(String wanted) {
    return UserException.usage(
        "%s cannot be %s.".formatted(place(), shown(given.value())),
        "It takes %s.".formatted(wanted));
  }

  private static String shown(Object value) {
    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }
}
