/** What it takes to make a function {@code async} so that the program still does the same. */
@NullMarked
package dev.amiss.mutation.conversion;

import org.jspecify.annotations.NullMarked;
