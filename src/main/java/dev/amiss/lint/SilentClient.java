package dev.amiss.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;

/** An editor that shows nothing: answers what a server asks, and keeps what it publishes. */
final class SilentClient implements LanguageClient {

  private final Map<String, Object> configuration;
  private final Map<String, PublishDiagnosticsParams> published = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  SilentClient(Map<String, Object> configuration) {
    this.configuration = configuration;
  }

  private record Waiting(String uri, int version, CompletableFuture<List<Diagnostic>> answer) {}

  /** What the server publishes of a document, once it does so for this version of it. */
  synchronized CompletableFuture<List<Diagnostic>> published(String uri, int version) {
    Waiting question = new Waiting(uri, version, new CompletableFuture<>());
    waiting.add(question);
    Optional.ofNullable(published.get(uri)).ifPresent(this::answer);
    return question.answer;
  }

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.put(diagnostics.getUri(), diagnostics);
    answer(diagnostics);
  }

  private void answer(PublishDiagnosticsParams diagnostics) {
    waiting.removeIf(
        question -> {
          boolean isIt =
              question.uri.equals(diagnostics.getUri())
                  && diagnostics.getVersion() != null
                  && diagnostics.getVersion() >= question.version;
          return isIt && question.answer.complete(diagnostics.getDiagnostics());
        });
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams question) {
    List<Object> answers = new ArrayList<>();
    for (ConfigurationItem item : question.getItems()) {
      answers.add(configuration.getOrDefault(String.valueOf(item.getSection()), Map.of()));
    }
    return CompletableFuture.completedFuture(answers);
  }

  @Override
  public CompletableFuture<List<WorkspaceFolder>> workspaceFolders() {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {}

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams message) {}

  @Override
  public void logMessage(MessageParams message) {}
}
