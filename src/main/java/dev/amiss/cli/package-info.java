/** The command line: one class per command. */
@NullMarked
package dev.amiss.cli;

import org.jspecify.annotations.NullMarked;
