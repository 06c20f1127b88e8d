package dev.amiss.semantics;

import dev.amiss.source.SourceFile;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the standard library's functions give, from a table of declarations in Python's own syntax.
 *
 * <p>The table has a section per module; a section is parsed when a program first reaches it.
 */
final class StandardLibrary {

  private static final String TABLE = "standard-library.txt";
  private static final String HEAD = "\n=== ";

  private final Map<String, String> sections = sections(read());
  private final Map<String, Optional<ModuleName>> modules = new HashMap<>();

  /** A module by its dotted name; empty for what is no module of the standard library. */
  Optional<ModuleName> module(String name) {
    String section = sections.get(name);
    if (section == null) {
      return Optional.empty();
    }
    return modules.computeIfAbsent(name, key -> Optional.of(parsed(key, section)));
  }

  /** A class of a module that the model itself speaks of, such as {@code builtins.list}. */
  ClassSymbol symbol(String module, String name) {
    Unit unit = module(module).flatMap(ModuleName::unit).orElseThrow();
    return unit.scope().bindings(name).stream()
        .map(Binding::origin)
        .filter(Binding.DefinedClass.class::isInstance)
        .map(origin -> ((Binding.DefinedClass) origin).symbol())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + module + "." + name + " in " + TABLE));
  }

  private static ModuleName parsed(String name, String section) {
    Path path = Path.of("<standard library>", name.replace('.', '/') + ".pyi");
    ParseResult result = PythonParser.parse(new SourceFile(path, section));
    if (result instanceof ParseResult.Parsed parsed) {
      PythonModule module = parsed.module();
      Unit unit = new Unit(module, name, Callee.Where.STDLIB);
      return new ModuleName(name, Optional.of(unit), Optional.empty());
    }
    throw new IllegalStateException(TABLE + ", section " + name + ": " + result);
  }

  private static Map<String, String> sections(String table) {
    Map<String, String> sections = new HashMap<>();
    int head = table.indexOf(HEAD);
    while (head >= 0) {
      int body = table.indexOf('\n', head + HEAD.length()) + 1;
      // The line end before a head belongs to the section too.
      int next = table.indexOf(HEAD, body - 1);
      String name = table.substring(head + HEAD.length(), body - 1);
      sections.put(name, table.substring(body, next < 0 ? table.length() : next + 1));
      head = next;
    }
    return sections;
  }

  private static String read() {
    try (InputStream stream = StandardLibrary.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + TABLE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
