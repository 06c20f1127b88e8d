package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A dependency as Poetry writes it, said as a requirement that every installer understands.
 *
 * <p>{@code ^1.2.3} is {@code >=1.2.3,<2}; {@code ~1.2} is {@code >=1.2,<1.3}. Alternatives ({@code
 * ||}) cannot be said in a requirement, so the version is left open.
 */
record PoetryDependency(String name, JsonNode value) {

  private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)*(?:[.\\w]*)");

  /** The requirement; empty for what has no version to ask for, as a path or a repository. */
  Optional<String> requirement() {
    if (value.isTextual()) {
      return Optional.of(name + version(value.asText()));
    }
    if (value.isArray() && !value.isEmpty()) {
      return new PoetryDependency(name, value.path(0)).requirement();
    }
    if (!value.isObject()) {
      return Optional.empty();
    }
    if (value.has("git")) {
      String revision =
          value.path("rev").asText(value.path("tag").asText(value.path("branch").asText("")));
      String at = revision.isEmpty() ? "" : "@" + revision;
      return Optional.of(name + extras() + " @ git+" + value.path("git").asText() + at);
    }
    if (!value.has("version")) {
      return Optional.empty();
    }
    String markers = value.path("markers").asText("");
    return Optional.of(
        name
            + extras()
            + version(value.path("version").asText())
            + (markers.isEmpty() ? "" : " ; " + markers));
  }

  private String extras() {
    String extras = Toml.strings(value.path("extras")).collect(Collectors.joining(","));
    return extras.isEmpty() ? "" : "[" + extras + "]";
  }

  private static String version(String constraint) {
    if (constraint.contains("|")) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (String part : constraint.split(",", -1)) {
      String text = part.replaceAll("\\s", "");
      if (!text.isEmpty() && !text.equals("*")) {
        parts.add(part(text));
      }
    }
    return String.join(",", parts);
  }

  private static String part(String text) {
    if (text.startsWith("^")) {
      return between(text.substring(1), caretPlace(text.substring(1)));
    }
    if (text.startsWith("~") && !text.startsWith("~=")) {
      return between(text.substring(1), Math.min(1, numbers(text.substring(1)).size() - 1));
    }
    Matcher bare = BARE.matcher(text);
    return (text.endsWith("*") && Character.isDigit(text.charAt(0))) || bare.matches()
        ? "==" + text
        : text;
  }

  /** The first number that is not zero may not grow. */
  private static int caretPlace(String version) {
    List<Integer> numbers = numbers(version);
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != 0) {
        return i;
      }
    }
    return numbers.size() - 1;
  }

  private static String between(String version, int place) {
    List<Integer> numbers = numbers(version);
    if (numbers.isEmpty()) {
      return "";
    }
    List<Integer> next = new ArrayList<>(numbers.subList(0, place + 1));
    next.set(place, next.get(place) + 1);
    String end = next.stream().map(String::valueOf).collect(Collectors.joining("."));
    return ">=" + version + ",<" + end;
  }

  private static List<Integer> numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : version.split("\\.", -1)) {
      if (!part.matches("\\d{1,9}")) {
        break;
      }
      numbers.add(Integer.valueOf(part));
    }
    return numbers;
  }
}
