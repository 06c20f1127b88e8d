package dev.amiss.project;

import dev.amiss.process.Command;
import java.nio.file.Path;

/** A program that makes virtual environments and installs into them. */
interface Installer {

  /** For messages. */
  String name();

  /** Makes an environment in a folder that is not there yet. */
  Command makeEnvironment(Path python, Path folder);

  /** Builds the project in {@code copy} into a wheel in the folder {@code wheels}. */
  Command buildWheel(Path environmentPython, Path copy, Path wheels);

  /** Installs what a requirements file lists. */
  Command install(Path environmentPython, Path requirements);
}
