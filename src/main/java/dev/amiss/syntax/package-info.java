/** Python's grammar and the tree; the only package that knows ANTLR. */
@NullMarked
package dev.amiss.syntax;

import org.jspecify.annotations.NullMarked;
