package dev.amiss.project;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns an installed wheel of the project into an editable install: its metadata and entry points
 * stay, and its modules are found in the project's tree.
 *
 * <p>An editable install by pip lets the build write into the tree ({@code *.egg-info}, {@code
 * build}, generated modules). This way the build saw only a copy. What it made beyond the tree's
 * own files is kept aside, see {@link PreparedEnvironment#generated}.
 */
final class TreeInstallation {

  private final Path root;
  private final List<Path> importRoots;
  private final PreparedEnvironment environment;
  private final Path sitePackages;
  private final Set<Path> usedRoots = new LinkedHashSet<>();

  private TreeInstallation(Path root, PreparedEnvironment environment) throws IOException {
    this.root = root;
    this.importRoots = ImportRoots.find(root, List.of(), List.of());
    this.environment = environment;
    this.sitePackages = environment.sitePackages();
  }

  /** The folders, relative to the root, where imports now find the project; none if none does. */
  static Set<Path> redirect(Path root, PreparedEnvironment environment, BuiltWheel wheel)
      throws IOException {
    TreeInstallation installation = new TreeInstallation(root, environment);
    installation.redirect(wheel);
    return installation.usedRoots;
  }

  /** Puts folders on Python's path for good. */
  static void addPaths(PreparedEnvironment environment, String name, List<Path> folders)
      throws IOException {
    List<String> lines = folders.stream().map(Path::toString).toList();
    Files.write(environment.sitePackages().resolve("_amiss_" + name + ".pth"), lines);
  }

  private void redirect(BuiltWheel wheel) throws IOException {
    Path metadata = sitePackages.resolve(wheel.metadataFolder());
    Path record = metadata.resolve("RECORD");
    List<String> kept = new ArrayList<>();
    for (String line : Files.readAllLines(record)) {
      String path = recorded(line);
      boolean isMetadata = path.startsWith(wheel.metadataFolder() + "/") || path.startsWith("..");
      if (path.isEmpty() || isMetadata || !replaced(Path.of(path))) {
        kept.add(line);
      }
    }
    if (usedRoots.isEmpty()) {
      return;
    }
    String name = RequirementNames.normalized(wheel.name());
    addPaths(environment, name, usedRoots.stream().map(this::absolute).toList());
    kept.add("_amiss_" + name + ".pth,,");
    kept.removeIf(line -> recorded(line).endsWith("/direct_url.json"));
    kept.add(wheel.metadataFolder() + "/direct_url.json,,");
    writeOrigin(metadata.resolve("direct_url.json"));
    Files.write(record, kept);
  }

  /** Whether the tree stands for the installed file, which is then gone. */
  private boolean replaced(Path path) throws IOException {
    Optional<Path> home = importRoots.stream().filter(start -> isHome(start, path)).findFirst();
    Path installed = sitePackages.resolve(path);
    if (home.isEmpty() || !Files.exists(installed)) {
      return false;
    }
    usedRoots.add(home.get());
    Path inTree = home.get().resolve(path);
    boolean isCompiled = path.toString().contains("__pycache__");
    if (isCompiled || Files.exists(root.resolve(inTree))) {
      Files.delete(installed);
    } else {
      Path aside = environment.generatedFolder().resolve(inTree);
      Files.createDirectories(aside.resolveSibling(""));
      Files.move(installed, aside, StandardCopyOption.REPLACE_EXISTING);
    }
    removeEmptyFolders(installed.resolveSibling(""));
    return true;
  }

  /**
   * A module lies there itself, and so does the outermost package of whatever a build generates.
   */
  private boolean isHome(Path start, Path path) {
    Path first = absolute(start).resolve(path.getName(0));
    return path.getNameCount() == 1 ? Files.isRegularFile(first) : Files.isDirectory(first);
  }

  private Path absolute(Path start) {
    return root.resolve(start).normalize();
  }

  private void removeEmptyFolders(Path folder) throws IOException {
    for (Path at = folder; !at.equals(sitePackages); at = at.resolve("..").normalize()) {
      try {
        Files.deleteIfExists(at);
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        return;
      }
    }
  }

  /** <a href="https://peps.python.org/pep-0610/">PEP 610</a>: says where the project came from. */
  private void writeOrigin(Path file) throws IOException {
    JsonMapper json = new JsonMapper();
    ObjectNode origin = json.createObjectNode().put("url", root.toUri().toString());
    origin.putObject("dir_info").put("editable", true);
    json.writeValue(file.toFile(), origin);
  }

  private static String recorded(String line) {
    if (line.startsWith("\"")) {
      int end = line.indexOf("\",", 1);
      return end < 0 ? "" : line.substring(1, end).replace("\"\"", "\"");
    }
    int comma = line.indexOf(',');
    return comma < 0 ? "" : line.substring(0, comma);
  }
}
