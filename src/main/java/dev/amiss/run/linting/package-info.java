/** Asking linters about mutants: which, in which order, and what of their answers counts. */
@NullMarked
package dev.amiss.run.linting;

import org.jspecify.annotations.NullMarked;
