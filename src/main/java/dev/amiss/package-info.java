/** The root: only {@link dev.amiss.UserException}, a fault that the user can put right. */
@NullMarked
package dev.amiss;

import org.jspecify.annotations.NullMarked;
