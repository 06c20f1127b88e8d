package dev.amiss.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.gson.Gson;
import dev.amiss.TestPython;
import dev.amiss.mutation.PathText;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.antlr.v4.runtime.Token;
import org.apache.commons.io.FileUtils;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.sqlite.SQLiteConfig;
import picocli.CommandLine;

/** The program in a process of its own. */
final class Program {

  /** Python starts the program, as what starts the tests may have had Ctrl-C ignored. */
  private static final String UNIGNORED =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
          + " os.execv(sys.argv[1], sys.argv[1:])";

  private final List<String> options;
  private final Path temporary;

  private Program(Path temporary, List<String> options) {
    this.temporary = temporary;
    this.options = options;
  }

  /** The program as it was compiled. Its temporary files are in a folder. */
  static Program plain(Path temporary) throws IOException {
    return new Program(temporary, List.of("-cp", classPath()));
  }

  /**
   * The same in a jar, which starts in less time: the first that ends by itself leaves an archive
   * of loaded classes for those that follow.
   *
   * @param folder an empty one, for the jar and the archive
   */
  static Program archived(Path temporary, Path folder) throws IOException {
    Path jar = folder.resolve("amiss.jar");
    Path classes = Path.of(URI.create(location(Main.class).toString()));
    if (Files.isDirectory(classes)) {
      pack(classes, jar);
    } else {
      Files.copy(classes, jar);
    }
    String libraries = classPath().replace(classes.toString(), jar.toString());
    return new Program(
        temporary,
        List.of("-XX:ArchiveClassesAtExit=" + folder.resolve("amiss.jsa"), "-cp", libraries));
  }

  /** With the archive that a run of this one left. */
  Program trained() {
    List<String> trained = new ArrayList<>(options);
    trained.replaceAll(
        option -> option.replace("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="));
    return new Program(temporary, trained);
  }

  /** Starts a run, without linters. */
  Process start(String... words) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(TestPython.lean().toString(), "-c", UNIGNORED));
    command.addAll(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(List.of(words));
    command.addAll(List.of("--python", TestPython.lean().toString()));
    command.addAll(List.of("--linters", "none"));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Where the program and its libraries lie; not all that runs tests says so in a property. */
  private static String classPath() throws IOException {
    Stream<URL> libraries =
        Stream.of(
                Main.class,
                CommandLine.class,
                ObjectMapper.class,
                JsonFactory.class,
                JsonInclude.class,
                TomlMapper.class,
                Jdk8Module.class,
                Token.class,
                FileUtils.class,
                SQLiteConfig.class,
                LanguageServer.class,
                Launcher.class,
                Gson.class)
            .map(Program::location);
    return Stream.concat(libraries, Stream.of(elements()))
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new ZipEntry(PathText.of(classes.relativize(file))));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }

  /** The jar of the page's own library, which holds no class. */
  private static URL elements() throws IOException {
    URL script = requireNonNull(Main.class.getResource("/elements/mutation-test-elements.js"));
    return ((JarURLConnection) script.openConnection()).getJarFileURL();
  }
}
