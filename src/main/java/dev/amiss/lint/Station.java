package dev.amiss.lint;

import dev.amiss.project.ProjectCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * One linter in one profile at work on a project. It is started when it is first asked, and again
 * after it has died or grown too large. Used by one thread at a time.
 */
public final class Station implements AutoCloseable {

  /** A linter that cannot even be started so often is not asked any more. */
  private static final int ATTEMPTS = 3;

  private final Linter linter;
  private final Installation installation;
  private final Profile profile;
  private final Path project;
  private final Workplace place;
  private final Opening opening;
  private final boolean isCold;
  private final Memory memory = new Memory();
  private final Map<Set<Path>, List<Finding>> originals = new HashMap<>();
  private Optional<LintSession> session = Optional.empty();
  private Optional<LinterFailed> lastFailure = Optional.empty();
  private int failedStarts;

  /** How a session is begun: {@link Linter#open} or {@link Linter#cold}. */
  interface Opening {
    LintSession session(Installation installation, Profile profile, Workplace place)
        throws LinterFailed, IOException, InterruptedException;
  }

  private Station(
      Linter linter,
      Installation installation,
      Profile profile,
      Path project,
      Workplace place,
      Opening opening,
      boolean isCold) {
    this.isCold = isCold;
    this.linter = linter;
    this.installation = installation;
    this.profile = profile;
    this.project = project;
    this.place = place;
    this.opening = opening;
  }

  /**
   * A station that asks the fast way.
   *
   * @param project the project's root
   * @param place whose root is a folder that is not there yet, for the station's own copy
   */
  public static Station of(
      Linter linter, Installation installation, Profile profile, Path project, Workplace place) {
    return new Station(linter, installation, profile, project, place, linter::open, false);
  }

  /** A station that starts the linter's command line anew for every question. */
  public static Station cold(
      Linter linter, Installation installation, Profile profile, Path project, Workplace place) {
    return new Station(linter, installation, profile, project, place, linter::cold, true);
  }

  public Linter linter() {
    return linter;
  }

  public Installation installation() {
    return installation;
  }

  public Profile profile() {
    return profile;
  }

  /**
   * What the linter says of a change and not of the original.
   *
   * @throws LinterFailed where it crashed or hung, on this change or on the original
   */
  public List<Finding> added(Change change) throws LinterFailed, IOException, InterruptedException {
    Set<Path> files = files(change);
    List<Finding> before = original(change, files);
    List<Finding> after = ask(open -> open.findings(change.changed(), files));
    return Additions.of(before, after, change);
  }

  /** Asks about the original alone, so that {@link #added} need not. */
  public void prepare(Change change) throws LinterFailed, IOException, InterruptedException {
    original(change, files(change));
  }

  /** Those of which it may have something new to say. */
  private Set<Path> files(Change change) {
    Set<Path> files = new HashSet<>(change.changed().keySet());
    if (linter.sight().reaches(change)) {
      files.addAll(change.dependents());
    }
    return files;
  }

  /** The number of the linter's process, while it runs; 0 where there is none to stay. */
  public long pid() {
    return session.map(LintSession::pid).orElse(0L);
  }

  /** What it says of the original, when the files that change are looked at anew. */
  private List<Finding> original(Change change, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    // A command line says the same of the original whatever is about to change.
    Set<Path> key = isCold ? Set.of() : Set.copyOf(files);
    List<Finding> known = originals.get(key);
    if (known == null) {
      known = ask(open -> open.original(change.originals(), files));
      originals.put(key, known);
    }
    return known;
  }

  private interface Question {
    List<Finding> ask(LintSession session) throws LinterFailed, IOException, InterruptedException;
  }

  private List<Finding> ask(Question question)
      throws LinterFailed, IOException, InterruptedException {
    LintSession open = session();
    try {
      List<Finding> findings = question.ask(open);
      if (memory.isTooMuch(open.pid())) {
        end();
      }
      return findings;
    } catch (LinterFailed e) {
      end();
      throw e;
    }
  }

  private LintSession session() throws LinterFailed, IOException, InterruptedException {
    if (session.isPresent()) {
      return session.get();
    }
    if (failedStarts >= ATTEMPTS) {
      throw new LinterFailed(lastFailure.map(LinterFailed::sentence).orElse("It cannot start."));
    }
    try {
      copy();
      session = Optional.of(opening.session(installation, profile, place));
      return session.get();
    } catch (LinterFailed e) {
      failedStarts++;
      lastFailure = Optional.of(e);
      throw e;
    }
  }

  /** A fresh one each time: whatever died may have left it as it should not be. */
  private void copy() throws IOException {
    FileUtils.deleteDirectory(place.root().toFile());
    Files.createDirectories(place.scratch());
    ProjectCopy.make(project, place.root());
  }

  private void end() throws IOException {
    if (session.isPresent()) {
      LintSession open = session.get();
      session = Optional.empty();
      open.close();
    }
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
