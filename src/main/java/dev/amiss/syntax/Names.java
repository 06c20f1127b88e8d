package dev.amiss.syntax;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of one file, each kept once however often it is written. */
final class Names {

  private final char[] text;
  // Open addressing, a power of two in size; null where free. Beside each name, where it stood
  // first.
  private @Nullable String[] names = new String[128];
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int count;

  Names(char[] text) {
    this.text = text;
  }

  /** The name between two offsets, NFKC-normalised. */
  String at(int start, int end) {
    int slot = slot(start, end);
    String known = names[slot];
    return known == null ? added(slot, start, end) : known;
  }

  /** The slot that holds the word, or the free one where it belongs. */
  private int slot(int start, int end) {
    int mask = names.length - 1;
    int slot = hash(start, end) & mask;
    while (names[slot] != null && !isSame(start, end, starts[slot], ends[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isSame(int start, int end, int otherStart, int otherEnd) {
    if (end - start != otherEnd - otherStart) {
      return false;
    }
    for (int i = start, j = otherStart; i < end; i++, j++) {
      if (text[i] != text[j]) {
        return false;
      }
    }
    return true;
  }

  private int hash(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    return hash ^ (hash >>> 15);
  }

  private String added(int slot, int start, int end) {
    String name = normalised(new String(text, start, end - start));
    put(slot, name, start, end);
    count++;
    if (count * 2 > names.length) {
      grow();
    }
    return name;
  }

  private void put(int slot, String name, int start, int end) {
    names[slot] = name;
    starts[slot] = start;
    ends[slot] = end;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    int[] oldStarts = starts;
    int[] oldEnds = ends;
    int size = oldNames.length * 2;
    names = Arrays.copyOf(new String[0], size);
    starts = new int[size];
    ends = new int[size];
    for (int i = 0; i < oldNames.length; i++) {
      String name = oldNames[i];
      if (name != null) {
        put(slot(oldStarts[i], oldEnds[i]), name, oldStarts[i], oldEnds[i]);
      }
    }
  }

  private static String normalised(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
      }
    }
    return name;
  }
}
