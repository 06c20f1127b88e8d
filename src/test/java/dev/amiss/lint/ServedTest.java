package dev.amiss.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.process.Processes;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is asked, and in a project's own profile says no more than the command line. */
class ServedTest {

  private static final Path KEPT = Path.of("kept.py");
  private static final Path LEFT_OUT = Path.of("left_out.py");

  @TempDir Path root;

  private final List<String> closed = new ArrayList<>();

  @Test
  void in_the_projects_profile_it_says_nothing_of_files_that_its_command_line_leaves_out()
      throws Exception {
    assertThat(said(Profile.PROJECT)).extracting(Finding::file).containsExactly(KEPT);
  }

  @Test
  void in_other_profiles_it_looks_at_all_files() throws Exception {
    assertThat(said(Profile.STRICT)).extracting(Finding::file).containsExactly(KEPT, LEFT_OUT);
    assertThat(closed).containsExactly("server");
  }

  @Test
  void the_command_line_is_closed_before_the_server_begins() throws Exception {
    said(Profile.PROJECT);

    assertThat(closed).containsExactly("command line", "server");
  }

  private List<Finding> said(Profile profile) throws Exception {
    try (Processes processes = new Processes()) {
      Workplace place =
          new Workplace(
              root,
              List.of(KEPT, LEFT_OUT),
              List.of(),
              Optional.empty(),
              List.of(),
              processes,
              root);
      Installation installation = new Installation("sample", root, "1", Installation.AMISS);
      try (LintSession session = new Sample().open(installation, profile, place)) {
        return session.findings(Map.of(), Set.of());
      }
    }
  }

  /** Its server looks at both files, its command line at one. */
  private final class Sample implements Served {

    @Override
    public LintSession server(Installation installation, Profile profile, Workplace place) {
      return new Said("server", List.of(KEPT, LEFT_OUT));
    }

    @Override
    public LintSession cold(Installation installation, Profile profile, Workplace place) {
      return new Said("command line", List.of(KEPT));
    }

    @Override
    public String name() {
      return "sample";
    }

    @Override
    public List<String> requirements() {
      return List.of();
    }

    @Override
    public Optional<Installation> find(Toolbox toolbox) {
      return Optional.empty();
    }

    @Override
    public boolean isConfigured(Path root) {
      return true;
    }
  }

  /** Says the same of some files, whatever is asked. */
  private final class Said implements LintSession {

    private final String name;
    private final List<Path> files;

    Said(String name, List<Path> files) {
      this.name = name;
      this.files = files;
    }

    @Override
    public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> asked) {
      return files.stream().map(file -> new Finding("rule", "wrong", file, 1, 1)).toList();
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }
}
