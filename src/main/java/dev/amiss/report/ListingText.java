package dev.amiss.report;

import dev.amiss.result.MutantStatus;
import java.util.ArrayList;
import java.util.List;

/** What {@code amiss list} prints for people: a line for each mutant, its id first. */
public final class ListingText {

  private final Paper paper;

  public ListingText(Paper paper) {
    this.paper = paper;
  }

  /** The lines, each ended by a line feed. */
  public String text(Listing listing) {
    List<String> lines = new ArrayList<>();
    listing.mutants().forEach(mutant -> lines.add(line(mutant)));
    for (Results.Unparsed file : listing.unparsed()) {
      String place = file.file() + ":" + file.line() + ":" + file.column();
      lines.add(Ink.YELLOW.on(paper, "Left out: ") + Printable.of(place + ": " + file.message()));
    }
    lines.add(count(listing));
    return String.join("\n", lines) + "\n";
  }

  private String line(MutantEntry mutant) {
    String id = Printable.of(mutant.id());
    if (mutant.status() == MutantStatus.IGNORED) {
      return Ink.FAINT.on(paper, id + "  ignored: " + Printable.of(mutant.reason().orElse("")));
    }
    String source = Printable.of(Excerpt.line(mutant).orElse("").strip());
    int room = Math.max(20, paper.width() - Columns.of(id) - 2);
    String shown = paper.isTerminal() ? Columns.cut(source, room) : source;
    return id + "  " + Ink.CYAN.on(paper, shown);
  }

  private static String count(Listing listing) {
    long ignored =
        listing.mutants().stream().filter(m -> m.status() == MutantStatus.IGNORED).count();
    int mutants = (int) (listing.mutants().size() - ignored);
    String text =
        Words.count(mutants, "mutant") + " in " + Words.count(listing.files().size(), "file");
    return ignored == 0 ? text : text + ", " + Words.count((int) ignored, "ignored site");
  }
}
