package dev.amiss.lint;

import java.nio.file.Path;

/**
 * Something that a linter says.
 *
 * @param rule as the linter names it
 * @param file relative to the project's root
 * @param line 1-based
 * @param column 1-based, as the linter counts
 */
public record Finding(String rule, String message, Path file, int line, int column) {}
