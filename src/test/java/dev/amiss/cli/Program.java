package dev.amiss.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.gson.Gson;
import dev.amiss.TestPython;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private Program() {}

  /** Starts a run, without linters, with its temporary files in a folder. */
  static Process start(Path temporary, String... words) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(TestPython.lean().toString(), "-c", UNIGNORED));
    command.addAll(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
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
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation());
    return Stream.concat(libraries, Stream.of(elements()))
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar of the page's own library, which holds no class. */
  private static URL elements() throws IOException {
    URL script = requireNonNull(Main.class.getResource("/elements/mutation-test-elements.js"));
    return ((JarURLConnection) script.openConnection()).getJarFileURL();
  }
}
