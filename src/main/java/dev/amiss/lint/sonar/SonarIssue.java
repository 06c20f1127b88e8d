package dev.amiss.lint.sonar;

/**
 * Something that a rule says.
 *
 * @param file relative to the project's root
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
record SonarIssue(String rule, String message, String file, int line, int column) {}
