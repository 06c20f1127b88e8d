package dev.amiss.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** <a href="https://github.com/microsoft/pyright">pyright</a>, whose language server is asked. */
final class Pyright implements Served {

  private final Pyrights common = new Pyrights(name());

  @Override
  public String name() {
    return "pyright";
  }

  @Override
  public List<String> requirements() {
    return List.of("pyright[nodejs]==1.1.414");
  }

  @Override
  public Optional<Installation> find(Toolbox toolbox) throws InterruptedException {
    return toolbox.find(name(), "pyright");
  }

  @Override
  public Sight sight() {
    return Sight.DECLARATIONS;
  }

  @Override
  public boolean isConfigured(Path root) throws IOException {
    return common.isConfigured(root);
  }

  @Override
  public LintSession server(Installation installation, Profile profile, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    return common.server(installation, profile, place);
  }

  @Override
  public LintSession cold(Installation installation, Profile profile, Workplace place)
      throws IOException {
    return common.cold(installation, profile, place);
  }
}
