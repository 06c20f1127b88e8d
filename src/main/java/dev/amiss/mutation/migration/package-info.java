/**
 * What a coroutine function that returns a dict becomes when it returns a model instead, and what
 * becomes of its callers.
 */
@NullMarked
package dev.amiss.mutation.migration;

import org.jspecify.annotations.NullMarked;
