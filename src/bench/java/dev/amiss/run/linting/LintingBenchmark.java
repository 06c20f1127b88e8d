package dev.amiss.run.linting;

import dev.amiss.lint.Installation;
import dev.amiss.lint.Linter;
import dev.amiss.lint.Linters;
import dev.amiss.lint.Profile;
import dev.amiss.lint.Station;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What asking a linter about a mutant costs, in processor time, paired with one cold command line
 * over the project, and whether both say the same. Linux only: it reads {@code /proc}.
 *
 * <p>Arguments: project, python, folder of tools, number of mutants, seconds of processor time
 * after which no other cold command line is begun, linters…
 */
public final class LintingBenchmark {

  /** Jiffies a second, on every Linux that Java runs on. */
  private static final double TICKS = 100;

  private final LinterBed bed;
  private final Linter linter;
  private final Installation installation;
  private int asked;
  private int same;
  private int findings;
  private double fast;
  private double cold;

  private LintingBenchmark(LinterBed bed, Linter linter, Installation installation) {
    this.bed = bed;
    this.linter = linter;
    this.installation = installation;
  }

  public static void main(String[] args) throws Exception {
    Path scratch = Files.createTempDirectory("amiss-linting-benchmark");
    List<String> names = List.of(args).subList(5, args.length);
    try (LinterBed bed = new LinterBed(Path.of(args[0]), Optional.of(Path.of(args[1])), scratch)) {
      List<Map.Entry<String, LintedMutation>> mutants = bed.mutants(Integer.parseInt(args[3]), 1);
      for (Linter linter : Linters.ALL) {
        if (names.isEmpty() || names.contains(linter.name())) {
          new LintingBenchmark(bed, linter, bed.installation(linter, Path.of(args[2])))
              .measure(mutants, Double.parseDouble(args[4]));
        }
      }
    }
  }

  private void measure(List<Map.Entry<String, LintedMutation>> mutants, double seconds)
      throws Exception {
    try (Station warm = bed.fast(linter, installation, Profile.STRICT);
        Station truth = bed.cold(linter, installation, Profile.STRICT)) {
      for (Map.Entry<String, LintedMutation> mutant : mutants) {
        // Each file's original is asked about once, before the clock runs.
        warm.prepare(mutant.getValue().change());
        truth.prepare(mutant.getValue().change());
      }
      long pid = warm.pid();
      double used = tree(pid);
      for (Map.Entry<String, LintedMutation> mutant : mutants) {
        if (cold < seconds) {
          compare(mutant.getKey(), mutant.getValue(), warm, truth);
          // What a server does after its answer, while the other one looks, is its cost as well.
          double now = tree(warm.pid());
          fast += warm.pid() == pid ? now - used : now;
          used = now;
          pid = warm.pid();
        }
      }
    }
    print();
  }

  private void compare(String id, LintedMutation mutant, Station warm, Station truth)
      throws Exception {
    List<String> said = LinterBed.comparable(warm.added(mutant.change()));
    double before = children();
    List<String> told = LinterBed.comparable(truth.added(mutant.change()));
    cold += children() - before;
    asked++;
    findings += told.size();
    same += said.equals(told) ? 1 : 0;
    if (!said.equals(told)) {
      System.out.println(id + "\n  fast " + said + "\n  cold " + told);
    }
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%-13s %-10s fast %.3f s, cold %.2f s, ratio %.1f, same %d of %d, %d findings, load %.1f%n",
        linter.name(),
        installation.version().split(" ", -1)[0],
        fast / asked,
        cold / asked,
        cold / fast,
        same,
        asked,
        findings,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** What this program's finished children have used. */
  private static double children() throws IOException {
    String[] fields = fields("self");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
  }

  /** What a process, its children, and theirs have used. */
  private static double tree(long pid) throws IOException {
    double sum = 0;
    List<ProcessHandle> handles =
        Stream.concat(
                ProcessHandle.of(pid).stream(),
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
            .toList();
    for (ProcessHandle handle : handles) {
      String[] fields = fields(String.valueOf(handle.pid()));
      for (int i = 11; i <= 14; i++) {
        sum += Long.parseLong(fields[i]) / TICKS;
      }
    }
    return sum;
  }

  /** The fields of stat behind the name: the first is the third. */
  private static String[] fields(String process) throws IOException {
    String stat = Files.readString(Path.of("/proc", process, "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }
}
