/** Edits of Python text, and the proof that an edit changed the tree as meant and no more. */
@NullMarked
package dev.amiss.mutation.surgery;

import org.jspecify.annotations.NullMarked;
