/** Verdicts that outlast a run: the journal they are kept in, and what each of them depends on. */
@NullMarked
package dev.amiss.store;

import org.jspecify.annotations.NullMarked;
