/** What tests of every package share. */
@NullMarked
package dev.amiss;

import org.jspecify.annotations.NullMarked;
