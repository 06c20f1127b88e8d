/** What is planted: mutation operators and mutants. */
@NullMarked
package dev.amiss.mutation;

import org.jspecify.annotations.NullMarked;
