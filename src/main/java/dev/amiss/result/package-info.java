/** Where mutants and test runs first meet: verdicts and scores. */
@NullMarked
package dev.amiss.result;

import org.jspecify.annotations.NullMarked;
