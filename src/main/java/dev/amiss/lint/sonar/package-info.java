/**
 * SonarPython in a process of its own. Its jars are never there when amiss is built, so that all of
 * it is called by name.
 */
@NullMarked
package dev.amiss.lint.sonar;

import org.jspecify.annotations.NullMarked;
