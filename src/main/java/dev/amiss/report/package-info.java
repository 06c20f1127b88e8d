/** What a person or a program reads after a run. */
@NullMarked
package dev.amiss.report;

import org.jspecify.annotations.NullMarked;
