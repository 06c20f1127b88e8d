package dev.amiss.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which modules some files import, seen without parsing: good enough to tell whether a folder is in
 * use, and able to read files that do not parse.
 */
final class ImportScan {

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:from[ \\t]+(?<from>\\.*[ \\t]*[\\w.]*)[ \\t]+import[ \\t]*"
              + "(?<names>\\([^)]*\\)|[^\\n;]*)|import[ \\t]+(?<modules>[^\\n;]+))");

  private final Path root;
  private final List<Path> importRoots;

  /** A file that imports it, for each thing imported: a dotted name, or a path without ending. */
  private final Map<String, Path> byName = new HashMap<>();

  private final Map<Path, Path> byPath = new HashMap<>();

  private ImportScan(Path root, List<Path> importRoots) {
    this.root = root;
    this.importRoots = importRoots;
  }

  static ImportScan of(Path root, List<Path> files, List<Path> importRoots) {
    ImportScan scan = new ImportScan(root, importRoots);
    files.forEach(scan::read);
    return scan;
  }

  /** A file that imports one of these files, or something by the name of a folder above them. */
  Optional<Path> importerOf(Path folder, List<Path> files) {
    return Optional.<Path>empty()
        .or(() -> importer(folder))
        .or(() -> files.stream().map(this::importer).flatMap(Optional::stream).findFirst());
  }

  private Optional<Path> importer(Path path) {
    Path module = withoutEnding(path);
    Optional<Path> relative =
        byPath.keySet().stream().filter(path_ -> path_.startsWith(module)).sorted().findFirst();
    if (relative.isPresent()) {
      return relative.map(byPath::get);
    }
    return importRoots.stream()
        .filter(start -> !start.equals(module) && starts(module, start))
        .map(start -> dotted(start, module))
        .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
        .findFirst();
  }

  private static boolean starts(Path path, Path start) {
    return isEmpty(start) || path.startsWith(start);
  }

  private static String dotted(Path start, Path module) {
    Path relative = isEmpty(start) ? module : start.relativize(module);
    return Slashes.of(relative).replace('/', '.').replaceFirst("\\.__init__$", "");
  }

  private static Path withoutEnding(Path path) {
    String name = path.toString();
    return name.endsWith(".py") ? Path.of(name.substring(0, name.length() - 3)) : path;
  }

  private static boolean isEmpty(Path path) {
    return path.toString().isEmpty();
  }

  private void read(Path file) {
    Matcher imports = IMPORT.matcher(new WithoutStrings(text(file)).text());
    while (imports.find()) {
      if (imports.group("modules") != null) {
        for (String module : names(imports.group("modules"))) {
          addName(module, file);
        }
      } else {
        addFrom(file, imports.group("from").replaceAll("\\s", ""), imports.group("names"));
      }
    }
  }

  private void addFrom(Path file, String from, String names) {
    String module = from.replaceFirst("^\\.+", "");
    int dots = from.length() - module.length();
    if (dots == 0) {
      addName(module, file);
      names(names).forEach(name -> addName(module + "." + name, file));
      return;
    }
    Path folder = file;
    for (int i = 0; i < dots; i++) {
      folder = folder.resolve("..").normalize();
    }
    Path target = folder.resolve(module.replace('.', '/'));
    if (!module.isEmpty()) {
      byPath.putIfAbsent(target, file);
    }
    names(names).forEach(name -> byPath.putIfAbsent(target.resolve(name), file));
  }

  /** {@code a.b.c} imports {@code a} and {@code a.b} too. */
  private void addName(String module, Path file) {
    for (int dot = module.indexOf('.'); dot >= 0; dot = module.indexOf('.', dot + 1)) {
      byName.putIfAbsent(module.substring(0, dot), file);
    }
    byName.putIfAbsent(module, file);
  }

  private static List<String> names(String list) {
    return Pattern.compile(",")
        .splitAsStream(list.replaceAll("[()\\\\]", " "))
        .map(name -> name.strip().replaceFirst("\\s.*$", ""))
        .filter(name -> name.matches("[\\w.]+"))
        .toList();
  }

  /** Bytes as they are: names of modules are ASCII nearly always, and no encoding fails. */
  private String text(Path file) {
    try {
      return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }
}
