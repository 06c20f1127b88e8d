package dev.amiss.pytest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;

/**
 * One run of the suite, or of a part of it.
 *
 * @param arguments what follows {@code pytest} on the command line
 * @param selection ids of the only tests to run, in suite order; empty for the whole suite
 * @param deselected ids of tests that are left out
 * @param stopAtFirstFailure whether one failure is enough to know
 * @param observed the code to watch, with how many {@code await}s each file has; empty not to watch
 * @param full whether every test is reported, or only those that failed
 * @param expected files that, if imported at all, must come from the copy
 * @param change how a hot run takes the replaced files in; empty where nothing is replaced
 */
public record RunRequest(
    Isolation isolation,
    List<String> arguments,
    Optional<List<String>> selection,
    List<String> deselected,
    boolean stopAtFirstFailure,
    Map<Path, Integer> observed,
    boolean full,
    Limits limits,
    Collection<Path> expected,
    Optional<HotChange> change) {

  public RunRequest {
    arguments = List.copyOf(arguments);
    selection = selection.map(List::copyOf);
    deselected = List.copyOf(deselected);
    observed = Map.copyOf(observed);
    expected = List.copyOf(expected);
  }

  /** The whole suite, every test reported, nothing watched. */
  public static RunRequest wholeSuite(Isolation isolation, Suite suite, Limits limits) {
    return new RunRequest(
        isolation,
        suite.arguments(),
        Optional.empty(),
        List.of(),
        false,
        Map.of(),
        true,
        limits,
        List.of(),
        Optional.empty());
  }

  /** The same run without these tests. */
  public RunRequest without(List<String> tests) {
    return new RunRequest(
        isolation,
        arguments,
        selection,
        tests,
        stopAtFirstFailure,
        observed,
        full,
        limits,
        expected,
        change);
  }

  /** The same run, which watches the code under test. */
  public RunRequest observing(Map<Path, Integer> awaits) {
    return new RunRequest(
        isolation,
        arguments,
        selection,
        deselected,
        stopAtFirstFailure,
        awaits,
        full,
        limits,
        expected,
        change);
  }

  /** The same run, which says if these files were imported from elsewhere. */
  public RunRequest expecting(Collection<Path> files) {
    return new RunRequest(
        isolation,
        arguments,
        selection,
        deselected,
        stopAtFirstFailure,
        observed,
        full,
        limits,
        files,
        change);
  }

  /** The same run, which takes the replaced files in this way if it is a hot one. */
  public RunRequest changing(Optional<HotChange> how) {
    return new RunRequest(
        isolation,
        arguments,
        selection,
        deselected,
        stopAtFirstFailure,
        observed,
        full,
        limits,
        expected,
        how);
  }

  /** As the line that {@code supervisor.py} reads; its head documents the protocol. */
  String json(ObjectMapper mapper, int id, Collection<Path> replaced, Path log) {
    ObjectNode line = mapper.createObjectNode();
    line.put("op", "run").put("id", id).put("isolation", isolation.label());
    strings(line.putArray("args"), arguments);
    if (selection.isPresent()) {
      strings(line.putArray("select"), selection.get());
    } else {
      line.putNull("select");
    }
    strings(line.putArray("deselect"), deselected);
    line.put("stopAtFirstFailure", stopAtFirstFailure);
    line.put("report", full ? "full" : "brief");
    if (observed.isEmpty()) {
      line.putNull("observe");
    } else {
      ObjectNode files = line.putObject("observe").putObject("files");
      observed.forEach((path, awaits) -> files.put(slashed(path), awaits));
    }
    putLimits(line.putObject("limits"));
    strings(line.putArray("expect"), expected.stream().map(RunRequest::slashed).toList());
    strings(line.putArray("replaced"), replaced.stream().map(RunRequest::slashed).toList());
    change.ifPresent(how -> putChange(line, how));
    line.put("log", log.toString());
    return line.toString();
  }

  private static void putChange(ObjectNode line, HotChange change) {
    if (change instanceof HotChange.AwaitSwitch off) {
      putSwitch(line, off.file(), off.ordinal()).putNull("raise");
    } else if (change instanceof HotChange.Raise raise) {
      putSwitch(line, raise.file(), raise.ordinal()).put("raise", raise.exception());
    }
    line.put("swap", change instanceof HotChange.CodeSwap);
  }

  private static ObjectNode putSwitch(ObjectNode line, Path file, int ordinal) {
    return line.putObject("switch").put("file", slashed(file)).put("await", ordinal);
  }

  private void putLimits(ObjectNode node) {
    ObjectNode perTest = node.putObject("perTest");
    limits.perTest().forEach((id, deadline) -> putDeadline(perTest.putObject(id), deadline));
    putDeadline(node.putObject("otherTest"), limits.otherTest());
    node.put("startup", limits.startupSeconds());
    node.put("exit", limits.exitSeconds());
    node.put("memory", limits.memoryBytes());
  }

  private static void putDeadline(ObjectNode node, Deadline deadline) {
    node.put("wall", deadline.wallSeconds())
        .put("cpu", deadline.cpuSeconds())
        .put("longest", deadline.longestSeconds());
  }

  private static void strings(ArrayNode array, Collection<String> strings) {
    strings.forEach(array::add);
  }

  static String slashed(Path path) {
    return FilenameUtils.separatorsToUnix(path.toString());
  }
}
