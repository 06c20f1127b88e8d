package dev.amiss.process;

/** The other side of a {@link Conversation} has gone. */
public final class ConversationEnded extends Exception {

  private static final long serialVersionUID = 1L;

  private final String how;
  private final String logTail;

  ConversationEnded(String program, String how, String logTail) {
    super(program + " " + how + (logTail.isEmpty() ? "." : ":\n" + logTail));
    this.how = how;
    this.logTail = logTail;
  }

  /** How it ended, in words that complete "The program …". */
  public String how() {
    return how;
  }

  /** The last lines of what it wrote to standard error; empty if it wrote nothing. */
  public String logTail() {
    return logTail;
  }
}
