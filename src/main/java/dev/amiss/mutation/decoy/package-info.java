/** Rewrites that change nothing but the shape of the code. */
@NullMarked
package dev.amiss.mutation.decoy;

import org.jspecify.annotations.NullMarked;
