package dev.amiss.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: a suite for each file, a case for each mutant. A mutant that tests let through is a
 * failed case; one that counts for nothing is a skipped one.
 */
final class JunitReport implements ReportFormat {

  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public void write(Results results, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      new Document(xml, results).write();
      xml.flush();
      out.write('\n');
    } catch (XMLStreamException e) {
      throw new IOException("could not write XML", e);
    }
  }

  /** One document on its way out. */
  private record Document(XMLStreamWriter xml, Results results, Map<String, Concern> concerns) {

    Document(XMLStreamWriter xml, Results results) {
      this(
          xml,
          results,
          Concern.of(results).stream()
              .collect(
                  Collectors.toMap(
                      concern -> concern.mutant().id(), Function.identity(), (a, b) -> a)));
    }

    void write() throws XMLStreamException {
      xml.writeStartDocument("UTF-8", "1.0");
      start("testsuites", 0);
      xml.writeAttribute("name", "amiss");
      counts(results.mutants());
      Map<String, List<MutantEntry>> files =
          results.mutants().stream().collect(groupingBy(MutantEntry::file, TreeMap::new, toList()));
      for (Map.Entry<String, List<MutantEntry>> file : files.entrySet()) {
        start("testsuite", 1);
        xml.writeAttribute("name", Printable.of(file.getKey()));
        counts(file.getValue());
        for (MutantEntry mutant : file.getValue()) {
          testcase(mutant);
        }
        end(1);
      }
      end(0);
      xml.writeEndDocument();
    }

    private void counts(List<MutantEntry> mutants) throws XMLStreamException {
      long failures = mutants.stream().filter(this::isFailure).count();
      long skipped = mutants.stream().filter(this::isSkipped).count();
      double seconds = mutants.stream().mapToDouble(MutantEntry::seconds).sum();
      xml.writeAttribute("tests", String.valueOf(mutants.size()));
      xml.writeAttribute("failures", String.valueOf(failures));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", String.valueOf(skipped));
      xml.writeAttribute("time", time(seconds));
    }

    private boolean isFailure(MutantEntry mutant) {
      return concerns.containsKey(mutant.id());
    }

    private boolean isSkipped(MutantEntry mutant) {
      return !isFailure(mutant)
          && (!mutant.status().isValid() || results.preservesBehaviour(mutant.operator()));
    }

    private void testcase(MutantEntry mutant) throws XMLStreamException {
      start("testcase", 2);
      xml.writeAttribute("name", Printable.of(mutant.id()));
      xml.writeAttribute("classname", Printable.of(mutant.file()));
      xml.writeAttribute("time", time(mutant.seconds()));
      Concern concern = concerns.get(mutant.id());
      if (concern != null) {
        failure(mutant, concern);
      } else if (isSkipped(mutant)) {
        start("skipped", 3);
        xml.writeAttribute("message", skipped(mutant));
        xml.writeEndElement();
      }
      end(2);
    }

    private void failure(MutantEntry mutant, Concern concern) throws XMLStreamException {
      start("failure", 3);
      xml.writeAttribute("type", mutant.status().label());
      xml.writeAttribute("message", Printable.of(concern.sentence()));
      String diff =
          mutant
              .patch()
              .map(patch -> patch.lines().map(Printable::of).collect(Collectors.joining("\n")))
              .orElse("");
      xml.writeCharacters(diff);
      xml.writeEndElement();
    }

    private static String skipped(MutantEntry mutant) {
      return Printable.of(
          mutant.status().label() + mutant.reason().map(text -> ": " + text).orElse(""));
    }

    private void start(String element, int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
      xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
      xml.writeEndElement();
    }

    private static String time(double seconds) {
      return String.format(Locale.ROOT, "%.3f", seconds);
    }
  }
}
