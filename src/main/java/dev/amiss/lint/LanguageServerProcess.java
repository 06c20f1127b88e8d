package dev.amiss.lint;

import dev.amiss.process.Command;
import dev.amiss.process.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A language server's process, what can be said to it, and how long it may take to answer. */
final class LanguageServerProcess implements AutoCloseable {

  /** For an answer, of a server that has begun. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Servers send notifications of their own, of which lsp4j would warn on standard error. */
  private static final Logger CHATTER = Logger.getLogger("org.eclipse.lsp4j.jsonrpc");

  static {
    CHATTER.setLevel(Level.OFF);
  }

  private final Pipe pipe;
  private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);
  private final LanguageServer server;

  LanguageServerProcess(Command command, LanguageClient client, Workplace place) {
    this.pipe = place.processes().pipe(command, place.scratch().resolve("server.log"));
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            client, pipe.output(), pipe.input(), executor, consumer -> consumer);
    this.server = launcher.getRemoteProxy();
    Future<Void> unused = launcher.startListening();
  }

  LanguageServer server() {
    return server;
  }

  /** An answer that a server owes when it dies never comes; so look whether it lives. */
  <T> T wait(CompletableFuture<T> answer) throws LinterFailed, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return answer.get(200, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new LinterFailed("It answered with an error: " + e.getCause(), e);
      } catch (TimeoutException e) {
        if (!pipe.isAlive()) {
          throw new LinterFailed("The language server ended.", e);
        }
        if (System.nanoTime() > until) {
          pipe.kill();
          throw new LinterFailed("It said nothing for " + PATIENCE.toSeconds() + " s.", e);
        }
      }
    }
  }

  /** The findings of an open file, of a server that can be asked for them. */
  List<Diagnostic> pulled(String uri) throws LinterFailed, InterruptedException {
    DocumentDiagnosticParams question =
        new DocumentDiagnosticParams(new TextDocumentIdentifier(uri));
    DocumentDiagnosticReport report = wait(server.getTextDocumentService().diagnostic(question));
    return report.isRelatedFullDocumentDiagnosticReport()
        ? report.getRelatedFullDocumentDiagnosticReport().getItems()
        : List.of();
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "language server");
    thread.setDaemon(true);
    return thread;
  }

  long pid() {
    return pipe.pid();
  }

  @Override
  public void close() {
    pipe.close();
    executor.shutdownNow();
  }
}
