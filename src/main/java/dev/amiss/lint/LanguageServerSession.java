package dev.amiss.lint;

import dev.amiss.process.Command;
import dev.amiss.source.SourceFile;
import dev.amiss.source.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * A language server. Files are replaced in its memory, and on the disk too for a server that takes
 * from there what the others see of a file; just those that a question is about are open, as it
 * looks again at every open file whenever anything changes.
 */
final class LanguageServerSession implements LintSession {

  private final Workplace place;
  private final LanguageServerSetup setup;
  private final SilentClient client;
  private final LanguageServerProcess process;
  private final LanguageServer server;
  private final Map<Path, Open> open = new LinkedHashMap<>();
  private Optional<SavedFiles> saved = Optional.empty();
  private boolean pulls;
  private int version;

  /** A document as the server knows it. */
  private record Open(String text, int version) {}

  private LanguageServerSession(LanguageServerSetup setup, Workplace place) {
    this.place = place;
    this.setup = setup;
    this.client = new SilentClient(setup.configuration());
    Command command = new Command(setup.argv(), place.root(), Command.NO_DEADLINE);
    this.process = new LanguageServerProcess(command, client, place);
    this.server = process.server();
  }

  /**
   * Starts it.
   *
   * @throws LinterFailed where it does not answer
   */
  static LanguageServerSession start(LanguageServerSetup setup, Workplace place)
      throws LinterFailed, IOException, InterruptedException {
    LanguageServerSession session = new LanguageServerSession(setup, place);
    try {
      InitializeResult result = session.process.wait(session.server.initialize(session.hello()));
      session.pulls =
          setup.alwaysPulls() || result.getCapabilities().getDiagnosticProvider() != null;
      session.server.initialized(new InitializedParams());
      if (setup.readsSavedFiles()) {
        session.saved = Optional.of(SavedFiles.of(session.process, place));
      }
      return session;
    } catch (LinterFailed | IOException e) {
      session.close();
      throw e;
    }
  }

  private InitializeParams hello() {
    InitializeParams hello = new InitializeParams();
    hello.setProcessId((int) ProcessHandle.current().pid());
    hello.setWorkspaceFolders(
        List.of(new WorkspaceFolder(place.root().toUri().toString(), "project")));
    hello.setInitializationOptions(setup.initializationOptions());
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setConfiguration(true);
    workspace.setWorkspaceFolders(true);
    TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
    // A pyright that it is sure to be pulled looks at nothing of its own accord, between questions.
    documents.setDiagnostic(new DiagnosticCapabilities(setup.alwaysPulls()));
    PublishDiagnosticsCapabilities published = new PublishDiagnosticsCapabilities();
    published.setVersionSupport(true);
    documents.setPublishDiagnostics(published);
    hello.setCapabilities(new ClientCapabilities(workspace, documents, null));
    return hello;
  }

  @Override
  public List<Finding> findings(Map<Path, SourceFile> replaced, Set<Path> files)
      throws LinterFailed, IOException, InterruptedException {
    if (saved.isPresent()) {
      saved.get().put(replaced);
    }
    // The command line's order: what is inferred in a circle may depend on where that begins.
    Set<Path> asked = new TreeSet<>(replaced.keySet());
    asked.addAll(files);
    for (Path left : List.copyOf(open.keySet())) {
      if (!asked.contains(left)) {
        close(left);
      }
    }
    for (Path path : asked) {
      SourceFile file = replaced.get(path);
      // Only what changes while it is open is looked at anew by all that import it.
      if (file == null || !open.containsKey(path)) {
        show(path, onDisk(path));
      }
      if (file != null) {
        show(path, file);
      }
    }
    asked.retainAll(open.keySet());
    List<Finding> findings = new ArrayList<>();
    for (Path path : asked) {
      for (Diagnostic diagnostic : diagnostics(path)) {
        finding(path, diagnostic).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private SourceFile onDisk(Path path) throws LinterFailed, IOException {
    try {
      return SourceFile.decode(path, Files.readAllBytes(place.root().resolve(path)));
    } catch (UndecodableException e) {
      throw new LinterFailed(path + " cannot be decoded: " + e.reason(), e);
    }
  }

  private void show(Path path, SourceFile file) {
    setup.reading().text(file).ifPresent(text -> show(path, text));
  }

  private void show(Path path, String text) {
    Open known = open.get(path);
    if (known != null && known.text.equals(text)) {
      return;
    }
    version++;
    if (known == null) {
      server
          .getTextDocumentService()
          .didOpen(
              new DidOpenTextDocumentParams(
                  new TextDocumentItem(uri(path), "python", version, text)));
    } else {
      server
          .getTextDocumentService()
          .didChange(
              new DidChangeTextDocumentParams(
                  new VersionedTextDocumentIdentifier(uri(path), version),
                  List.of(new TextDocumentContentChangeEvent(text))));
    }
    open.put(path, new Open(text, version));
  }

  private void close(Path path) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(path))));
    open.remove(path);
  }

  private List<Diagnostic> diagnostics(Path path) throws LinterFailed, InterruptedException {
    if (pulls) {
      return process.pulled(uri(path));
    }
    Open document = open.get(path);
    int wanted = document == null ? 0 : document.version;
    return process.wait(client.published(uri(path), wanted));
  }

  /** A hint greys something out in an editor; the command line does not print it. */
  private Optional<Finding> finding(Path path, Diagnostic diagnostic) {
    if (diagnostic.getSeverity() == DiagnosticSeverity.Hint) {
      return Optional.empty();
    }
    String code =
        diagnostic.getCode() == null ? "error" : String.valueOf(diagnostic.getCode().get());
    String message = diagnostic.getMessage().isLeft() ? diagnostic.getMessage().getLeft() : "";
    return Optional.of(
        new Finding(
            setup.rule().apply(code),
            setup.message().apply(message),
            path,
            diagnostic.getRange().getStart().getLine() + 1,
            diagnostic.getRange().getStart().getCharacter() + 1));
  }

  private String uri(Path path) {
    return place.root().resolve(path).toUri().toString();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }
}
