package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code report.html}: one page that needs nothing else, not even a network.
 *
 * <p>What comes from the project is data to it: JSON in an element that no browser runs, put on the
 * page as text. A policy in its head lets only its own two scripts run, and nothing be loaded, so
 * that a mistake in the former would still be harmless.
 */
final class HtmlReport implements ReportFormat {

  /** Between what is written as it stands and what stands for something. */
  private static final Pattern PART = Pattern.compile("(?=<!--\\[)|(?<=]-->)");

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
    for (String part : PART.splitAsStream(resource(PAGE)).toList()) {
      switch (part) {
        case "<!--[policy]-->" -> write(out, policy(List.of(elements, script)));
        case "<!--[style]-->" -> element(out, "style", resource(STYLE));
        case "<!--[results]-->" -> data(out, "results", results);
        case "<!--[mutation]-->" -> data(out, "mutation", MutationReport.document(results));
        case "<!--[elements]-->" -> element(out, "script", elements);
        case "<!--[script]-->" -> element(out, "script", script);
        default -> write(out, part);
      }
    }
  }

  private static void element(OutputStream out, String name, String text) throws IOException {
    write(out, "<" + name + ">" + text + "</" + name + ">");
  }

  private static void data(OutputStream out, String id, Record document) throws IOException {
    write(out, "<script type=\"application/json\" id=\"" + id + "\">");
    Json.writeElement(document, out);
    write(out, "</script>");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
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
