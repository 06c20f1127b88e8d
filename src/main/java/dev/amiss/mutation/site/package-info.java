/**
 * What is known of a place where a defect could be planted: use, shield, siblings, and equivalence.
 */
@NullMarked
package dev.amiss.mutation.site;

import org.jspecify.annotations.NullMarked;
