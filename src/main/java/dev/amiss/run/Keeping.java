package dev.amiss.run;

import dev.amiss.project.Surroundings;
import dev.amiss.pytest.Baseline;
import dev.amiss.store.Journal;
import java.nio.file.Path;
import java.util.Optional;

/** Whether and where a run keeps its verdicts. */
final class Keeping implements AutoCloseable {

  /**
   * What a run that keeps its verdicts needs to know.
   *
   * @param folder where the journal lies
   * @param isReading whether verdicts of earlier runs may be used
   */
  record Place(Path folder, boolean isReading, Surroundings surroundings) {}

  private final Optional<Place> place;
  private final Progress progress;
  private Optional<Journal> journal = Optional.empty();

  private Keeping(Optional<Place> place, Progress progress) {
    this.place = place;
    this.progress = progress;
  }

  /**
   * Opens a journal that is there already, so that whatever is wrong with it is said at once. Where
   * there is none, none is made before the project has proved testable.
   */
  static Keeping begin(Optional<Place> place, Path scratch, Progress progress) {
    Keeping keeping = new Keeping(place, progress);
    if (place.isPresent() && Journal.exists(place.get().folder())) {
      keeping.open(place.get(), scratch);
    }
    return keeping;
  }

  Recall recall(Path scratch, Plan plan, Baseline baseline, Coverage coverage) {
    if (place.isEmpty()) {
      return Recall.nothing(coverage);
    }
    if (journal.isEmpty()) {
      open(place.get(), scratch);
    }
    return Recall.of(
        journal.orElseThrow(),
        place.get().isReading(),
        place.get().surroundings(),
        plan,
        baseline,
        coverage);
  }

  private void open(Place where, Path scratch) {
    Journal.Opened opened = Journal.open(where.folder(), scratch);
    opened.remark().ifPresent(progress::note);
    journal = Optional.of(opened.journal());
  }

  @Override
  public void close() {
    journal.ifPresent(Journal::close);
  }
}
