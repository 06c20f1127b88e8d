package dev.amiss.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process has grown so much that it is better started again. Where the system does not
 * say how large it is, so many questions are taken for that.
 */
final class Memory {

  private static final long MOST_BYTES = 3L << 30;
  private static final long PAGE = 4096;
  private static final int MOST_QUESTIONS = 1000;
  private static final int LOOK_EVERY = 20;

  private int questions;

  boolean isTooMuch(long pid) throws IOException {
    questions++;
    if (pid == 0 || questions % LOOK_EVERY != 0) {
      return false;
    }
    Path statm = Path.of("/proc", String.valueOf(pid), "statm");
    if (!Files.exists(statm)) {
      return questions % MOST_QUESTIONS == 0;
    }
    String[] sizes = Files.readString(statm).split(" ", -1);
    return sizes.length > 1 && Long.parseLong(sizes[1]) * PAGE > MOST_BYTES;
  }
}
