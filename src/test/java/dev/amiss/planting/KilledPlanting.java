package dev.amiss.planting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that plants a mutant, or takes it back, and dies without a word after some steps. */
final class KilledPlanting {

  private KilledPlanting() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
    Runnable step =
        () -> {
          if (left.decrementAndGet() < 0) {
            Runtime.getRuntime().halt(137);
          }
        };
    Planting planting = new Planting(root, root.resolve(".amiss"), step);
    if (arguments[1].equals("undo")) {
      planting.undo();
    } else {
      byte[] patch = Files.readAllBytes(root.resolve("two.patch"));
      planting.apply("m", patch, Map.of("a.py", arguments[3], "pa ckage/b\u00fc.py", arguments[4]));
    }
  }
}
