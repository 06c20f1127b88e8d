/** Text and places in it: files, spans, positions and edits. */
@NullMarked
package dev.amiss.source;

import org.jspecify.annotations.NullMarked;
