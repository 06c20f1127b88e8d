package dev.amiss.planting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.amiss.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts one mutant into the user's tree, and takes it back.
 *
 * <p>Each file is whole at every moment, with the mutant or without, and what was there is written
 * down before. So being killed at any point leaves a tree that {@link #undo} restores.
 */
public final class Planting {

  private final Path root;
  private final Journal journal;
  private final Runnable afterEachStep;

  /**
   * The planting of a project.
   *
   * @param output where results are kept; it is there
   */
  public Planting(Path root, Path output) {
    this(root, output, () -> {});
  }

  /** One whose steps a test can cut short. */
  Planting(Path root, Path output, Runnable afterEachStep) {
    this.root = root;
    this.journal = new Journal(output);
    this.afterEachStep = afterEachStep;
  }

  /** The id of the mutant that is in the tree; empty where none is. */
  public Optional<String> planted() {
    try {
      return journal.read().map(Journal.Entry::id);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read what is applied to " + root, e);
    }
  }

  /**
   * Puts a mutant into the tree.
   *
   * @param patch the bytes of its patch
   * @param analysed the SHA-256 of every file that was analysed, in hexadecimal, by path
   * @return the files that were changed
   * @throws UserException if a mutant is there already, or a file that the patch touches is not the
   *     one that was analysed, or not one of the project; nothing is changed then
   */
  public List<String> apply(String id, byte[] patch, Map<String, String> analysed) {
    planted()
        .ifPresent(
            other -> {
              throw UserException.usage(
                  other + " is applied already.", "Take it back first: `amiss apply --undo`.");
            });
    try {
      Tree tree = Tree.of(root);
      PatchText text = PatchText.of(patch);
      List<Journal.Change> changes = new ArrayList<>();
      for (String name : text.files()) {
        byte[] before = Files.readAllBytes(tree.file(name));
        if (!sha256(before).equals(analysed.get(name))) {
          throw UserException.usage(
              name + " is not as it was when " + id + " was planned.",
              "Run `amiss run` again, or bring the file back as it was.");
        }
        changes.add(change(name, before, text.applied(name, before)));
      }
      journal.write(new Journal.Entry(id, changes));
      afterEachStep.run();
      for (Journal.Change change : changes) {
        replace(tree.file(change.file()), change.after());
      }
      return text.files();
    } catch (IOException e) {
      throw new UncheckedIOException("could not apply " + id, e);
    }
  }

  /**
   * Takes the mutant back, wholly or half applied.
   *
   * @return the mutant's id
   * @throws UserException if none is applied, or a file has been edited since; nothing is changed
   *     then
   */
  public String undo() {
    try {
      Journal.Entry entry =
          journal
              .read()
              .orElseThrow(
                  () ->
                      UserException.usage(
                          "No mutant is applied to " + root + ".",
                          "`amiss apply ID` applies one."));
      Tree tree = Tree.of(root);
      for (int i = 0; i < entry.changes().size(); i++) {
        refuseEdited(tree, entry.changes().get(i), journal.before(i + 1));
      }
      for (Journal.Change change : entry.changes()) {
        Path file = tree.place(change.file());
        if (!Files.exists(file) || !text(file).equals(change.before())) {
          replace(file, change.before());
        }
      }
      journal.remove();
      return entry.id();
    } catch (IOException e) {
      throw new UncheckedIOException("could not take the mutant back", e);
    }
  }

  private static void refuseEdited(Tree tree, Journal.Change change, Path kept) throws IOException {
    if (!Files.exists(tree.place(change.file()), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    String now = text(tree.file(change.file()));
    if (!now.equals(change.before()) && !now.equals(change.after())) {
      throw UserException.usage(
          change.file() + " has been edited since the mutant was applied.",
          "It is as it was before in " + kept + "; bring it back by hand, then try again.");
    }
  }

  private static Journal.Change change(String name, byte[] before, byte[] after) {
    return new Journal.Change(name, new String(before, ISO_8859_1), new String(after, ISO_8859_1));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, ISO_8859_1);
  }

  /** By moving another file into its place, so that nobody ever sees half of it. */
  private void replace(Path file, String bytes) throws IOException {
    Path waiting = journal.waiting();
    try {
      move(waiting, bytes, file);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      Files.delete(waiting);
      move(file.resolveSibling("." + file.getFileName() + ".amiss"), bytes, file);
    }
    afterEachStep.run();
  }

  private void move(Path waiting, String bytes, Path file) throws IOException {
    Files.writeString(waiting, bytes, ISO_8859_1);
    PosixFileAttributeView rights =
        Files.getFileAttributeView(waiting, PosixFileAttributeView.class);
    if (rights != null && Files.exists(file)) {
      rights.setPermissions(Files.getPosixFilePermissions(file));
    }
    afterEachStep.run();
    Files.move(waiting, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
