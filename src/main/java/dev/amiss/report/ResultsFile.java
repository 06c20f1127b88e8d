package dev.amiss.report;

import com.fasterxml.jackson.core.JacksonException;
import dev.amiss.UserException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The results of the last run, as they lie in the output folder. */
public record ResultsFile(Path folder) {

  static final String NAME = "results.json";

  /** Between a report's name and the id of the process that writes it. */
  private static final String UNFINISHED = ".unfinished-";

  /** What the last run found out; empty where there was none. */
  public Optional<Results> read() {
    Path file = folder.resolve(NAME);
    try {
      Results results = Json.results(Files.readAllBytes(file));
      if (results.schema() != Results.SCHEMA) {
        throw UserException.usage(
            file + " was written by amiss " + results.amiss() + ", which is newer than this one.",
            "Use that version, or run `amiss run` again.");
      }
      return Optional.of(results);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (JacksonException broken) {
      throw UserException.usage(
          file + " is not a report that amiss can read: " + broken.getOriginalMessage() + ".",
          "Delete it, and run `amiss run` again.");
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  /**
   * Refuses a folder that cannot be written to, before there is anything to lose.
   *
   * @throws UserException where it, or the first folder above it that is there, is none
   */
  public void refuseUnwritable() {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      String why = Files.isDirectory(there) ? " may not be written to." : " is a file.";
      throw UserException.usage(
          "Results cannot be kept in " + folder + ": " + there + why,
          "Name another folder with --output FOLDER.");
    }
  }

  /**
   * Writes a report into the folder, which is made where it is missing. A reader never sees half a
   * report, and being killed leaves the one before it.
   */
  public void write(Results results, ReportFormat format) {
    Path file = folder.resolve(format.fileName());
    Path unfinished =
        folder.resolve(format.fileName() + UNFINISHED + ProcessHandle.current().pid());
    try {
      makeFolder();
      sweep(format);
      // An interruption that takes too long ends the process in the middle of this.
      unfinished.toFile().deleteOnExit();
      try {
        // A channel would close at an interruption, and what is known be lost.
        try (OutputStream out =
            new BufferedOutputStream(new FileOutputStream(unfinished.toFile()))) {
          format.write(results, out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /** Deletes what a run that was killed had begun to write. */
  private void sweep(ReportFormat format) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, format.fileName() + UNFINISHED + "*")) {
      for (Path file : files) {
        String name = file.toString();
        String process = name.substring(name.lastIndexOf('-') + 1);
        boolean isOurs = process.matches("\\d{1,18}");
        if (isOurs && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Makes the folder where it is missing; it keeps itself out of the user's repository. */
  public void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(".gitignore"), "*\n");
    }
  }
}
