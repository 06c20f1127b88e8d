/**
 * Linters: where they are found, how each is asked, and what it says that it did not say before.
 */
@NullMarked
package dev.amiss.lint;

import org.jspecify.annotations.NullMarked;
