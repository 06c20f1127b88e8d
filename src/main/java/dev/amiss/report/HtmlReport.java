package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * {@code report.html}: one page that needs nothing else, not even a network.
 *
 * <p>What comes from the project is data to it: JSON in an element that no browser runs, put on the
 * page as text. A policy in its head lets only its own two scripts run, and nothing be loaded, so
 * that a mistake in the former would still be harmless.
 */
final class HtmlReport implements ReportFormat {

  private static final String ELEMENTS = "/elements/mutation-test-elements.js";
  private static final String PAGE = "/dev/amiss/report/html/report.html";
  private static final String STYLE = "/dev/amiss/report/html/report.css";
  private static final String SCRIPT = "/dev/amiss/report/html/report.js";

  @Override
  public String id() {
    return "html";
  }

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    String elements = resource(ELEMENTS);
    String script = resource(SCRIPT);
    Writer page = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    for (String part : resource(PAGE).split("(?=<!--\\[)|(?<=]-->)")) {
      switch (part) {
        case "<!--[policy]-->" -> page.write(policy(List.of(elements, script)));
        case "<!--[style]-->" -> element(page, "style", resource(STYLE));
        case "<!--[results]-->" ->
            data(page, "results", Json.compact(Json.without(results, "sources")));
        case "<!--[mutation]-->" ->
            data(page, "mutation", Json.compact(MutationReport.document(results)));
        case "<!--[elements]-->" -> element(page, "script", elements);
        case "<!--[script]-->" -> element(page, "script", script);
        default -> page.write(part);
      }
    }
    page.flush();
  }

  private static void element(Writer page, String name, String text) throws IOException {
    page.write("<" + name + ">" + text + "</" + name + ">");
  }

  /** JSON may escape any character of a string, and has a less-than sign nowhere else. */
  private static void data(Writer page, String id, String json) throws IOException {
    page.write("<script type=\"application/json\" id=\"" + id + "\">");
    page.write(json.replace("<", "\\u003c"));
    page.write("</script>");
  }

  private static String policy(List<String> scripts) {
    StringBuilder hashes = new StringBuilder();
    scripts.forEach(script -> hashes.append(" 'sha256-").append(sha256(script)).append('\''));
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src"
        + hashes
        + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">";
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = requireNonNull(HtmlReport.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
