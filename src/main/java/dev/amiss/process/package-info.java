/** Other programs, run with a deadline, as a process group. */
@NullMarked
package dev.amiss.process;

import org.jspecify.annotations.NullMarked;
