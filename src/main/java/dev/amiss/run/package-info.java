/** The pipeline: planning, workers, progress. */
@NullMarked
package dev.amiss.run;

import org.jspecify.annotations.NullMarked;
