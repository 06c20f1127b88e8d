/** The Python project: its files, its settings, its Python. */
@NullMarked
package dev.amiss.project;

import org.jspecify.annotations.NullMarked;
