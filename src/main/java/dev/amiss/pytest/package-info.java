/** Runs test suites: the baseline, and runs with source text replaced. */
@NullMarked
package dev.amiss.pytest;

import org.jspecify.annotations.NullMarked;
