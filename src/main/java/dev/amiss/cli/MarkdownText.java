package dev.amiss.cli;

import dev.amiss.report.Columns;
import dev.amiss.report.Ink;
import dev.amiss.report.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown of our own pages as text for a terminal: headings, paragraphs, lists and code. */
final class MarkdownText {

  private static final Pattern HEADING = Pattern.compile("#{1,6} +(?<text>.*)");
  private static final Pattern ITEM = Pattern.compile("(?<bullet> *(?:[*-]|\\d+\\.) +)(?<text>.*)");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)]+)\\)");
  private static final Pattern STRESSED = Pattern.compile("(\\*{1,2})(?=\\S)(.+?)(?<=\\S)\\1");

  private final Paper paper;
  private final List<String> lines = new ArrayList<>();

  /**
   * What stands before the first line of the paragraph at hand; as many blanks go before others.
   */
  private String bullet = "";

  private final StringBuilder paragraph = new StringBuilder();

  MarkdownText(Paper paper) {
    this.paper = paper;
  }

  /** The page, every line ended by a line feed. */
  String rendered(String markdown) {
    boolean isCode = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        endParagraph();
        isCode = !isCode;
      } else if (isCode) {
        lines.add(line.isEmpty() ? "" : "    " + Ink.CYAN.on(paper, line));
      } else {
        prose(line);
      }
    }
    endParagraph();
    return String.join("\n", lines) + "\n";
  }

  private void prose(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank() || line.startsWith("|")) {
      endParagraph();
      lines.add(line.strip());
    } else if (heading.matches()) {
      endParagraph();
      lines.add(Ink.BOLD.on(paper, plain(heading.group("text"))));
    } else if (item.matches()) {
      endParagraph();
      bullet = item.group("bullet");
      paragraph.append(item.group("text"));
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      String indent = " ".repeat(bullet.length());
      String before = bullet;
      for (String line :
          Columns.wrapped(plain(paragraph.toString()), paper.width() - indent.length())) {
        lines.add(before + line);
        before = indent;
      }
      paragraph.setLength(0);
    }
    bullet = "";
  }

  private static String plain(String text) {
    return STRESSED.matcher(LINK.matcher(text).replaceAll("$1 ($2)")).replaceAll("$2");
  }
}
