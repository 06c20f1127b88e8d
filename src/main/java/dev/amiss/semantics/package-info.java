/** What names mean across a project. */
@NullMarked
package dev.amiss.semantics;

import org.jspecify.annotations.NullMarked;
