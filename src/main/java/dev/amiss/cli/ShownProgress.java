package dev.amiss.cli;

import dev.amiss.project.Settings;
import dev.amiss.run.Progress;

/**
 * Progress on the console, as long as it is open.
 *
 * @param end what takes it off the screen again
 */
record ShownProgress(Progress progress, Runnable end) implements AutoCloseable {

  static ShownProgress of(Console console, Settings settings) {
    if (settings.reporting().quiet()) {
      return new ShownProgress(new NoProgress(console.err()), () -> {});
    }
    if (!console.errIsTerminal()) {
      return new ShownProgress(new LineProgress(console.err()), () -> {});
    }
    BarProgress bar = new BarProgress(console.err(), console.columns(), System::nanoTime);
    return new ShownProgress(bar, bar::erase);
  }

  @Override
  public void close() {
    end.run();
  }
}
