package dev.amiss.syntax;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of one file, each kept once however often it is written. */
final class Names {

  private final String text;
  // Open addressing, a power of two in size; null where free.
  private @Nullable String[] table = new String[256];
  private int count;

  Names(String text) {
    this.text = text;
  }

  /** The name between two offsets, NFKC-normalised. */
  String at(int start, int end) {
    int hash = hash(start, end);
    int slot = hash & (table.length - 1);
    for (String known = table[slot]; known != null; known = table[slot]) {
      if (known.length() == end - start && text.startsWith(known, start)) {
        return known;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return added(slot, normalised(text.substring(start, end)));
  }

  private String added(int slot, String name) {
    table[slot] = name;
    count++;
    if (count * 2 > table.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    @Nullable String[] old = table;
    table = Arrays.copyOf(new String[0], old.length * 2);
    for (String name : old) {
      if (name != null) {
        int slot = hash(name) & (table.length - 1);
        while (table[slot] != null) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = name;
      }
    }
  }

  private int hash(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash ^ (hash >>> 15);
  }

  private static int hash(String name) {
    int hash = name.hashCode();
    return hash ^ (hash >>> 15);
  }

  private static String normalised(String name) {
    return Normalizer.isNormalized(name, Normalizer.Form.NFKC)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFKC);
  }
}
