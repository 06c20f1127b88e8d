package dev.amiss.lint.sonar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules to check: those that SonarPython itself files under "async", and those that operators
 * list. All of its rules together take several times as long, and have nothing to say of async
 * defects.
 *
 * @param checks the classes by their keys, such as {@code S7503}
 */
record SonarRules(Map<String, Class<?>> checks) {

  private static final String FOLDER = "org/sonar/l10n/py/rules/python/";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Picks the rules.
   *
   * @param way whether only those of the profile "Sonar way", which is what a project gets that
   *     chooses nothing
   * @param listed the rules that operators list
   */
  static SonarRules of(Foreign library, boolean way, List<String> listed) throws IOException {
    Set<String> inProfile = new HashSet<>();
    JSON.readTree(library.resource(FOLDER + "Sonar_way_profile.json"))
        .path("ruleKeys")
        .forEach(key -> inProfile.add(key.asText()));
    Map<String, Class<?>> checks = new LinkedHashMap<>();
    for (Map.Entry<String, Class<?>> check : all(library).entrySet()) {
      String key = check.getKey();
      boolean isMeant = listed.contains(key) || isAboutAsync(library, key);
      if (isMeant && (!way || inProfile.contains(key))) {
        checks.put(key, check.getValue());
      }
    }
    return new SonarRules(checks);
  }

  private static Map<String, Class<?>> all(Foreign library) {
    String list = "org.sonar.python.checks.OpenSourceCheckList";
    Object found = library.call(list, library.create(list), "getChecks");
    Map<String, Class<?>> all = new TreeMap<>();
    if (found instanceof Stream<?> checks) {
      checks.forEach(check -> all.put(key(library, (Class<?>) check), (Class<?>) check));
    }
    return all;
  }

  private static String key(Foreign library, Class<?> check) {
    Class<? extends Annotation> rule =
        library.type("org.sonar.check.Rule").asSubclass(Annotation.class);
    return String.valueOf(library.call(rule.getName(), check.getAnnotation(rule), "key"));
  }

  private static boolean isAboutAsync(Foreign library, String key) throws IOException {
    for (JsonNode tag : JSON.readTree(library.resource(FOLDER + key + ".json")).path("tags")) {
      if (tag.asText().equals("async")) {
        return true;
      }
    }
    return false;
  }
}
