package dev.amiss.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The whole report for people. What of it fits a screen is {@link ScreenReport}. */
public final class TextReport implements ReportFormat {

  private final Paper paper;

  /** For a file. */
  TextReport() {
    this(Paper.PLAIN);
  }

  public TextReport(Paper paper) {
    this.paper = paper;
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String fileName() {
    return "report.txt";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    out.write(text(results).getBytes(UTF_8));
  }

  /** The whole report, every line ended by a line feed. */
  public String text(Results results) {
    SummaryEntry summary = results.summary();
    ScoreSection score = new ScoreSection(paper);
    List<String> lines = new ArrayList<>(new HeadSection(paper).lines(results));
    Words.paragraph(lines, score.table("operator", summary.operator()));
    Words.paragraph(lines, score.table("use", summary.use()));
    lines.addAll(new SurvivorsSection(paper).lines(results));
    lines.addAll(new LinterSection(paper).lines(summary));
    Words.paragraph(lines, score.lines(results));
    Words.paragraph(lines, new NextSteps(paper).lines(results));
    return String.join("\n", lines) + "\n";
  }
}
