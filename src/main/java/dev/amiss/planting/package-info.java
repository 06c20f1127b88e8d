/** Puts one mutant into the user's own tree, and takes it back. */
@NullMarked
package dev.amiss.planting;

import org.jspecify.annotations.NullMarked;
