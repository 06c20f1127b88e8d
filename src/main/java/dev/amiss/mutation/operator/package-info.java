/** One class per mutation operator, and the list of them. */
@NullMarked
package dev.amiss.mutation.operator;

import org.jspecify.annotations.NullMarked;
