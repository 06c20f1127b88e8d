package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * GitHub's workflow commands, which become annotations in a pull request when a step prints them.
 */
final class GithubReport implements ReportFormat {

  @Override
  public String id() {
    return "github";
  }

  @Override
  public String fileName() {
    return "annotations.txt";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    List<Concern> concerns = Concern.of(results);
    for (Concern concern : concerns) {
      out.write((annotation(concern) + "\n").getBytes(UTF_8));
    }
  }

  private static String annotation(Concern concern) {
    MutantEntry mutant = concern.mutant();
    return "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s"
        .formatted(
            command(concern.level()),
            property(Printable.of(mutant.file())),
            mutant.line(),
            mutant.column(),
            mutant.endLine(),
            mutant.endColumn(),
            property(Printable.of(concern.title())),
            data(Printable.of(concern.sentence())));
  }

  private static String command(Concern.Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  /** As GitHub's own toolkit escapes what stands behind the last colons. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
