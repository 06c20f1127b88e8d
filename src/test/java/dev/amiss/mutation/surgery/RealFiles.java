package dev.amiss.mutation.surgery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amiss.TestPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A seeded choice of the standard library and the site-packages of the Python in use: folder by
 * folder, as modules of one folder import one another, and with many that hold an {@code await}.
 */
final class RealFiles {

  private static final long SEED = 20261122;
  private static final int MOST_IN_A_FOLDER = 25;

  private RealFiles() {}

  /**
   * Modules to plan together, by folder.
   *
   * @param files how many files there are to be at least, over all folders; fewer if Python has
   *     fewer
   */
  static List<List<Path>> folders(int files) throws IOException, InterruptedException {
    List<List<Path>> folders = all();
    Collections.shuffle(folders, new Random(SEED));
    List<List<Path>> chosen = new ArrayList<>();
    List<List<Path>> rest = new ArrayList<>();
    for (List<Path> folder : folders) {
      boolean isWanted = count(chosen) < files / 2 && holdsAwait(folder);
      (isWanted ? chosen : rest).add(folder);
    }
    for (List<Path> folder : rest) {
      if (count(chosen) < files) {
        chosen.add(folder);
      }
    }
    return chosen;
  }

  static int count(Collection<List<Path>> folders) {
    return folders.stream().mapToInt(List::size).sum();
  }

  private static List<List<Path>> all() throws IOException, InterruptedException {
    TreeMap<Path, List<Path>> folders = new TreeMap<>();
    for (Path root : roots()) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".py") && Files.isRegularFile(file))
            .sorted()
            .forEach(
                file ->
                    folders.computeIfAbsent(file.getParent(), f -> new ArrayList<>()).add(file));
      }
    }
    List<List<Path>> pieces = new ArrayList<>();
    for (List<Path> folder : folders.values()) {
      Collections.shuffle(folder, new Random(SEED));
      for (int i = 0; i < folder.size(); i += MOST_IN_A_FOLDER) {
        pieces.add(folder.subList(i, Math.min(i + MOST_IN_A_FOLDER, folder.size())));
      }
    }
    return pieces;
  }

  private static boolean holdsAwait(List<Path> folder) throws IOException {
    for (Path file : folder) {
      if (Files.readString(file, ISO_8859_1).contains("await ")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> roots() throws IOException, InterruptedException {
    String script =
        "import os, sysconfig; print(os.path.dirname(os.__file__)); print(sysconfig.get_path('purelib'))";
    Process python = new ProcessBuilder(TestPython.executable().toString(), "-c", script).start();
    String folders = new String(python.getInputStream().readAllBytes(), UTF_8);
    python.waitFor();
    return folders.lines().map(Path::of).toList();
  }
}
