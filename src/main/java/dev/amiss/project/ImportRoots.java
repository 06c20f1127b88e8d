package dev.amiss.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the folders that imports start from, by what the build tools' declarations say and by where
 * packages lie.
 */
final class ImportRoots {

  /** {@code package_dir={"": "src"}} in a {@code setup.py}, which is read and never run. */
  private static final Pattern PACKAGE_DIR = Pattern.compile("package_dir\\s*=\\s*\\{([^}]*)}");

  private static final Pattern PAIR =
      Pattern.compile("[\"']([^\"']*)[\"']\\s*:\\s*[\"']([^\"']*)[\"']");

  private static final Pattern FIND_PACKAGES =
      Pattern.compile("find_(?:namespace_)?packages\\(\\s*(?:where\\s*=\\s*)?[\"']([^\"']+)[\"']");

  private final Path root;
  private final Set<Path> found = new LinkedHashSet<>();

  private ImportRoots(Path root) {
    this.root = root;
  }

  /**
   * The import roots in the order in which they are searched, relative to the root; the root itself
   * is an empty path.
   *
   * @param pythonPath what pytest puts in front, absolute
   * @param declaringFolders folders, relative to the root, with a declaration of their own
   */
  static List<Path> find(Path root, List<Path> pythonPath, List<Path> declaringFolders) {
    ImportRoots roots = new ImportRoots(root);
    pythonPath.forEach(roots::add);
    roots.add(root);
    roots.declaredIn(root);
    for (Path folder : declaringFolders) {
      Path declaring = root.resolve(folder).normalize();
      if (!Files.exists(declaring.resolve("__init__.py"))) {
        roots.add(declaring);
        roots.declaredIn(declaring);
      }
    }
    return List.copyOf(roots.found);
  }

  private void add(Path folder) {
    Path path = folder.normalize();
    if (path.startsWith(root) && Files.isDirectory(path)) {
      found.add(root.relativize(path));
    }
  }

  private void declaredIn(Path folder) {
    pyproject(folder);
    setupCfg(folder);
    setupPy(folder);
    Path src = folder.resolve("src");
    if (!Files.exists(src.resolve("__init__.py"))) {
      add(src);
    }
  }

  private void pyproject(Path folder) {
    Toml toml = Toml.read(folder.resolve("pyproject.toml"));
    Toml.strings(toml.at("tool", "setuptools", "packages", "find", "where"))
        .forEach(where -> add(folder.resolve(where)));
    Toml.entries(toml.at("tool", "setuptools", "package-dir"))
        .forEach(entry -> mapped(folder, entry.getKey(), entry.getValue().asText()));
    Toml.elements(toml.at("tool", "poetry", "packages"))
        .map(entry -> entry.path("from").asText(""))
        .forEach(from -> add(folder.resolve(from)));
    toml.string("tool", "pdm", "build", "package-dir").ifPresent(dir -> add(folder.resolve(dir)));
    toml.string("tool", "uv", "build-backend", "module-root")
        .ifPresent(dir -> add(folder.resolve(dir)));
    toml.string("tool", "maturin", "python-source").ifPresent(dir -> add(folder.resolve(dir)));
    hatch(folder, toml.at("tool", "hatch", "build"));
    hatch(folder, toml.at("tool", "hatch", "build", "targets", "wheel"));
  }

  /** Hatch names the packages themselves: an import starts one folder above. */
  private void hatch(Path folder, JsonNode build) {
    Toml.strings(build.path("dev-mode-dirs")).forEach(dir -> add(folder.resolve(dir)));
    Toml.strings(build.path("sources")).forEach(dir -> add(folder.resolve(dir)));
    Toml.entries(build.path("sources"))
        .filter(entry -> entry.getValue().asText().isEmpty())
        .forEach(entry -> add(folder.resolve(entry.getKey())));
    Toml.strings(build.path("packages")).forEach(name -> add(folder.resolve(name).resolve("..")));
  }

  private void setupCfg(Path folder) {
    IniFile ini = IniFile.read(folder.resolve("setup.cfg"));
    ini.value("options", "package_dir")
        .ifPresent(
            value ->
                value
                    .lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> mapped(folder, pair[0].strip(), pair[1].strip())));
    ini.value("options.packages.find", "where")
        .ifPresent(where -> where.lines().forEach(line -> add(folder.resolve(line.strip()))));
  }

  private void setupPy(Path folder) {
    Path file = folder.resolve("setup.py");
    if (!Files.isRegularFile(file)) {
      return;
    }
    String text = read(file);
    Matcher packageDir = PACKAGE_DIR.matcher(text);
    while (packageDir.find()) {
      PAIR.matcher(packageDir.group(1))
          .results()
          .forEach(pair -> mapped(folder, pair.group(1), pair.group(2)));
    }
    FIND_PACKAGES.matcher(text).results().forEach(find -> add(folder.resolve(find.group(1))));
  }

  /**
   * A package that lies in a folder of its own name is found from above it; one that is called
   * otherwise than its folder cannot be found by its path at all.
   */
  private void mapped(Path folder, String packageName, String packageFolder) {
    Path path = folder.resolve(packageFolder);
    if (packageName.isEmpty()) {
      add(path);
      return;
    }
    Path name = Path.of(packageName.replace('.', '/'));
    if (path.endsWith(name)) {
      Path start = path;
      for (int i = 0; i < name.getNameCount(); i++) {
        start = start.resolve("..");
      }
      add(start);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }
}
