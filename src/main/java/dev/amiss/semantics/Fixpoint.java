package dev.amiss.semantics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Works out values that may be defined in terms of one another, each once.
 *
 * <p>A value asked for while it is being worked out is assumed to be nothing, and the work repeated
 * with what came out until that stays the same. What rests on such an assumption is not kept. Where
 * it does not settle, or the work grows out of hand, the value is unknown.
 */
final class Fixpoint {

  private static final int MOST_ROUNDS = 5;
  private static final int MOST_WORK = 20_000;
  private static final int DEEPEST = 250;

  private final Map<Object, Value> finished = new HashMap<>();
  private final Map<Object, Frame> open = new HashMap<>();
  private int lowestAssumed = Integer.MAX_VALUE;
  private int work;

  /** A value being worked out. */
  private static final class Frame {
    private final int depth;
    private Value assumed = Value.Simple.NOTHING;
    private boolean isAssumed;

    Frame(int depth) {
      this.depth = depth;
    }
  }

  /** The value of a key, whose {@code equals} must tell keys apart cheaply. */
  Value value(Object key, Supplier<Value> compute) {
    Value known = finished.get(key);
    if (known != null) {
      return known;
    }
    Frame frame = open.get(key);
    if (frame != null) {
      frame.isAssumed = true;
      lowestAssumed = Math.min(lowestAssumed, frame.depth);
      return frame.assumed;
    }
    if (open.isEmpty()) {
      work = 0;
    }
    if (++work > MOST_WORK || open.size() > DEEPEST) {
      work = MOST_WORK;
      return Value.Simple.UNKNOWN;
    }
    return settle(key, compute);
  }

  private Value settle(Object key, Supplier<Value> compute) {
    Frame frame = new Frame(open.size());
    int outerLowest = lowestAssumed;
    lowestAssumed = Integer.MAX_VALUE;
    open.put(key, frame);
    Value value = repeat(frame, compute);
    open.remove(key);
    boolean isFinal = lowestAssumed >= frame.depth;
    if (isFinal) {
      value = value == Value.Simple.NOTHING ? Value.Simple.UNKNOWN : value;
      lowestAssumed = outerLowest;
      finished.put(key, value);
    } else {
      lowestAssumed = Math.min(outerLowest, lowestAssumed);
    }
    return value;
  }

  private Value repeat(Frame frame, Supplier<Value> compute) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      frame.isAssumed = false;
      Value value = compute.get();
      if (!frame.isAssumed || value.equals(frame.assumed)) {
        return value;
      }
      frame.assumed = value;
    }
    return Value.Simple.UNKNOWN;
  }
}
