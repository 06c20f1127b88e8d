package dev.amiss.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Measures the parser beside {@code ast.parse} and LibCST: the same files, in turns, CPU time of
 * the parsing thread.
 */
final class ParserBenchmark {

  private static final int WARM_UP_PASSES = 30;

  // Read before anything is measured.
  private final Map<Path, byte[]> inputs = new LinkedHashMap<>();
  private final PrintStream out;

  private ParserBenchmark(List<Path> files, PrintStream out) throws IOException {
    this.out = out;
    for (Path file : files) {
      inputs.put(file, Files.readAllBytes(file));
    }
  }

  /**
   * Runs the benchmark.
   *
   * @param args {@code once LIST}, or {@code rivals LIST ROUNDS PYTHON SCRIPT}; LIST is a file of
   *     paths, PYTHON has LibCST
   */
  public static void main(String[] args) throws IOException {
    List<Path> files = Files.readAllLines(Path.of(args[1])).stream().map(Path::of).toList();
    ParserBenchmark benchmark = new ParserBenchmark(files, System.out);
    if (args[0].equals("once")) {
      benchmark.once();
    } else {
      benchmark.heap();
      benchmark.rivals(Integer.parseInt(args[2]), args[3], args[4], args[1]);
    }
  }

  /** Parses everything once; what it costs is for the shell to measure, JVM start included. */
  private void once() {
    int[] counts = new int[2];
    parseAll((bytes, result) -> counts[result instanceof ParseResult.Parsed ? 0 : 1]++);
    out.printf("%d files taken, %d refused, %,d lines%n", counts[0], counts[1], lines());
  }

  private void rivals(int rounds, String python, String script, String list) throws IOException {
    for (int i = 0; i < WARM_UP_PASSES; i++) {
      seconds();
    }
    Process process =
        new ProcessBuilder(python, script, list)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double[] ours = new double[rounds];
    double[] ast = new double[rounds];
    double[] libcst = new double[rounds];
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        Writer requests = process.outputWriter(StandardCharsets.UTF_8)) {
      for (int i = 0; i < rounds; i++) {
        ours[i] = seconds();
        ast[i] = ask("ast", requests, answers);
        libcst[i] = ask("libcst", requests, answers);
      }
    }
    report("amiss", ours, ours);
    report("ast.parse", ast, ours);
    report("LibCST", libcst, ours);
  }

  private static double ask(String parser, Writer requests, BufferedReader answers)
      throws IOException {
    requests.write(parser + "\n");
    requests.flush();
    return Double.parseDouble(answers.readLine());
  }

  private void report(String name, double[] seconds, double[] ours) {
    double median = median(seconds);
    out.printf(
        "%-9s %8.3f s  %,10.0f lines/s  %6.1f times amiss%n",
        name, median, lines() / median, median / median(ours));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double seconds() {
    var thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    parseAll((bytes, result) -> {});
    return (thread.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private void heap() {
    List<Node.Module> trees = new ArrayList<>();
    long[] size = new long[1];
    // Once beforehand, so that classes loaded and tables filled are not counted.
    parseAll((bytes, result) -> {});
    long before = usedHeap();
    parseAll(
        (bytes, result) -> {
          if (result instanceof ParseResult.Parsed parsed) {
            trees.add(parsed.module().tree());
            size[0] += bytes.length;
          }
        });
    long used = usedHeap() - before;
    out.printf(
        "tree: %.1f bytes of heap per byte of source, %d files%n",
        (double) used / size[0], trees.size());
  }

  private static long usedHeap() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void parseAll(BiConsumer<byte[], ParseResult> receiver) {
    inputs.forEach((path, bytes) -> receiver.accept(bytes, PythonParser.parse(path, bytes)));
  }

  private long lines() {
    long lines = 0;
    for (byte[] bytes : inputs.values()) {
      for (byte b : bytes) {
        lines += b == '\n' ? 1 : 0;
      }
    }
    return lines;
  }
}
