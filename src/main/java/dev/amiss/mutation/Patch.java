package dev.amiss.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.amiss.source.SourceFile;
import java.nio.charset.Charset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A mutation as a unified diff, for {@code git apply} or {@code patch -p1} at the project's root.
 *
 * @param text the diff, as text
 * @param encoding what turns the text into the bytes of the diff: the encoding of the files it
 *     touches; ISO-8859-1, which can hold any bytes, where they have several
 */
public record Patch(String text, Charset encoding) {

  public static Patch of(Mutation mutation) {
    return of(mutation, FileDiff::new);
  }

  /** The same, with a way to the diffs of files that may be known already. */
  static Patch of(Mutation mutation, Function<SourceFile, FileDiff> diffs) {
    List<Charset> encodings =
        mutation.originals().values().stream().map(SourceFile::charset).distinct().toList();
    Charset encoding = encodings.size() == 1 ? encodings.get(0) : ISO_8859_1;
    StringBuilder text = new StringBuilder();
    new TreeMap<>(mutation.edits())
        .forEach(
            (path, edits) -> {
              SourceFile original = requireNonNull(mutation.originals().get(path));
              FileDiff diff = diffs.apply(original);
              String hunks = diff.hunks(edits);
              if (!hunks.isEmpty()) {
                text.append(diff.header());
                text.append(recoded(hunks, original.charset(), encoding));
              }
            });
    return new Patch(text.toString(), encoding);
  }

  /** The diff as it must reach {@code git apply}. */
  public byte[] bytes() {
    return text.getBytes(encoding);
  }

  private static String recoded(String hunks, Charset file, Charset patch) {
    return file.equals(patch) ? hunks : new String(hunks.getBytes(file), patch);
  }
}
