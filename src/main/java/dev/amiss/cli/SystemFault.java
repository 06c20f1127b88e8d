package dev.amiss.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A failure that lies with the system and not with amiss: a full disk, a file in the way, a reader
 * that has gone.
 *
 * @param isClosedPipe whether nobody reads the result any more
 * @param sentence what is wrong; empty where the system has no part in it
 */
record SystemFault(boolean isClosedPipe, Optional<String> sentence) {

  /** What the system says of itself without naming a file. */
  private static final List<String> TROUBLES =
      List.of("no space left", "quota exceeded", "too many open files", "input/output error");

  private static final SystemFault NONE = new SystemFault(false, Optional.empty());

  static SystemFault of(Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return new SystemFault(false, Optional.of("Java's memory is used up (see its option -Xmx)."));
    }
    Optional<IOException> cause = systems(problem);
    if (cause.isEmpty()) {
      return NONE;
    }
    boolean isClosedPipe = said(cause.get()).contains("broken pipe");
    return new SystemFault(isClosedPipe, Optional.of(sentence(problem, cause.get())));
  }

  private static Optional<IOException> systems(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof IOException cause && isSystems(cause)) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  private static boolean isSystems(IOException cause) {
    String said = said(cause);
    return cause instanceof FileSystemException
        || said.contains("broken pipe")
        || TROUBLES.stream().anyMatch(said::contains);
  }

  private static String said(IOException cause) {
    return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
  }

  /** "Could not write x/results.json: No space left on device." */
  private static String sentence(Throwable problem, IOException cause) {
    String what =
        problem instanceof UncheckedIOException
            ? String.valueOf(problem.getMessage())
            : "could not go on";
    String why = what + ": " + why(cause);
    return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }

  private static String why(IOException cause) {
    if (!(cause instanceof FileSystemException fault)) {
      return String.valueOf(cause.getMessage());
    }
    String reason = fault.getReason();
    return fault.getFile() + " " + (reason == null ? reason(fault) : "(" + reason + ")");
  }

  private static String reason(FileSystemException fault) {
    if (fault instanceof AccessDeniedException) {
      return "may not be read or written";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "is in the way";
    }
    return fault instanceof NoSuchFileException ? "is not there" : "cannot be used";
  }
}
