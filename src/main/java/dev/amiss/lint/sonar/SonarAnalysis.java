package dev.amiss.lint.sonar;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets rules look at files.
 *
 * @param symbols what the files of the project offer to one another
 * @param types what is known of the types of all that
 */
record SonarAnalysis(Foreign library, SonarRules rules, Object symbols, Object types) {

  private static final String API = "org.sonar.plugins.python.api.";
  private static final String LOCATION = API + "IssueLocation";

  /** A comment that Sonar itself heeds, whatever the rule. */
  private static final Pattern SILENCED = Pattern.compile("#.*\\bNOSONAR\\b");

  /** What the rules say of a file; where it does not parse, that. */
  List<SonarIssue> issues(SonarFile file) {
    try {
      Object context = context(file);
      Map<Object, String> keys = look(context);
      List<SonarIssue> issues = new ArrayList<>();
      List<String> lines = file.text().lines().toList();
      Object found = library.call(API + "PythonVisitorContext", context, "getIssues");
      for (Object each : (List<?>) requireNonNull(found)) {
        SonarIssue issue = issue(file, each, keys);
        if (!SILENCED.matcher(lines.get(Math.max(issue.line(), 1) - 1)).find()) {
          issues.add(issue);
        }
      }
      return issues;
    } catch (Foreign.Problem e) {
      if (e.isAboutSource()) {
        return List.of(new SonarIssue("S2260", "It does not parse.", file.slashed(), 1, 1));
      }
      throw e;
    }
  }

  private Object context(SonarFile file) {
    String type = API + "PythonVisitorContext$Builder";
    Object builder = library.create(type, file.tree(library), file.python());
    library.call(type, builder, "packageName", file.folder());
    library.call(type, builder, "projectLevelSymbolTable", symbols);
    library.call(type, builder, "typeTable", types);
    return requireNonNull(library.call(type, builder, "build"));
  }

  /** Lets each rule look, a new instance of it, and says which key is whose. */
  private Map<Object, String> look(Object context) {
    Class<?> subscribing = library.type(API + "PythonSubscriptionCheck");
    Map<Object, String> keys = new HashMap<>();
    List<Object> together = new ArrayList<>();
    rules
        .checks()
        .forEach(
            (key, type) -> {
              Object check = Foreign.create(type);
              keys.put(check, key);
              if (subscribing.isInstance(check)) {
                together.add(check);
              } else {
                library.call(API + "PythonFileConsumer", check, "scanFile", context);
              }
            });
    library.call("org.sonar.python.SubscriptionVisitor", null, "analyze", together, context);
    return keys;
  }

  private SonarIssue issue(SonarFile file, Object found, Map<Object, String> keys) {
    String type = API + "PythonCheck$PreciseIssue";
    Object place = requireNonNull(library.call(type, found, "primaryLocation"));
    Object check = requireNonNull(library.call(type, found, "check"));
    return new SonarIssue(
        keys.getOrDefault(check, "unknown"),
        String.valueOf(library.call(LOCATION, place, "message")),
        file.slashed(),
        number(library.call(LOCATION, place, "startLine")),
        number(library.call(LOCATION, place, "startLineOffset")) + 1);
  }

  private static int number(@Nullable Object value) {
    return value instanceof Integer number ? number : 0;
  }
}
