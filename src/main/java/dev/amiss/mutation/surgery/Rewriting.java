package dev.amiss.mutation.surgery;

import static java.util.Objects.requireNonNull;

import dev.amiss.mutation.Mutation;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.ParseResult;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.PythonParser;
import dev.amiss.syntax.Statement;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Edits of several files, each with what it is to do to the tree; together they make a mutation,
 * once the edited files have been parsed again and are what was meant.
 */
public final class Rewriting {

  private final Function<PythonModule, Ancestry> ancestries;
  private final Map<Path, Draft> drafts = new LinkedHashMap<>();

  /** Statements that a module gets besides, put in at an offset. */
  private record Addition(int offset, Edit edit, List<Statement> statements) {}

  /** One file's edits and additions, and what stands in the place of which node after them. */
  private record Draft(
      PythonModule module, List<Edit> edits, Meant meant, List<Addition> additions) {
    Draft(PythonModule module) {
      this(module, new ArrayList<>(), new Meant(), new ArrayList<>());
    }

    Draft copy() {
      return new Draft(module, new ArrayList<>(edits), meant.copy(), new ArrayList<>(additions));
    }

    List<Edit> allEdits() {
      return Stream.concat(additions.stream().map(Addition::edit), edits.stream()).toList();
    }

    /** The module as it is to be, but for what is replaced in it. */
    Node.Module withAdditions() {
      List<Statement> body = new ArrayList<>(module.tree().body());
      List<Addition> backwards = new ArrayList<>(additions);
      backwards.sort(Comparator.comparingInt(Addition::offset));
      Collections.reverse(backwards);
      for (Addition addition : backwards) {
        body.addAll((int) statementsBefore(addition.offset()), addition.statements());
      }
      return new Node.Module(module.tree().span(), body);
    }

    private long statementsBefore(int offset) {
      return module.tree().body().stream()
          .filter(statement -> statement.span().start() < offset)
          .count();
    }
  }

  /**
   * A rewriting of nothing yet.
   *
   * @param ancestries what the nodes of a module stand in
   */
  public Rewriting(Function<PythonModule, Ancestry> ancestries) {
    this.ancestries = ancestries;
  }

  /** This rewriting so far, to be gone on with in another way. */
  public Rewriting copy() {
    Rewriting copy = new Rewriting(ancestries);
    drafts.forEach((path, draft) -> copy.drafts.put(path, draft.copy()));
    return copy;
  }

  /**
   * Puts one node in the place of another.
   *
   * @param meant what the edits make of {@code node}; may hold that very node
   */
  public void replace(PythonModule module, Node node, Node meant, List<Edit> edits) {
    replace(module, node, List.of(meant), edits);
  }

  /**
   * Puts several nodes in the place of one.
   *
   * @param meant what the edits make of {@code node}; may hold that very node
   */
  public void replace(
      PythonModule module, Node node, List<? extends Node> meant, List<Edit> edits) {
    Draft draft = draft(module);
    draft.meant().put(node, meant);
    draft.edits().addAll(edits);
  }

  /** Makes functions {@code async}, and awaits calls. */
  public void colour(
      PythonModule module,
      Collection<FunctionDef> functions,
      Collection<Call> calls,
      List<Edit> edits) {
    Draft draft = draft(module);
    draft.meant().colouring(functions, calls);
    draft.edits().addAll(edits);
  }

  private Draft draft(PythonModule module) {
    return drafts.computeIfAbsent(module.path(), path -> new Draft(module));
  }

  /**
   * Adds statements to those of the module itself.
   *
   * @param offset where a line of the module begins, or its end
   * @param text whole statements, in lines ended by line feeds
   * @param lineEnd what lines of the module end with
   * @throws IllegalStateException where the text is no Python, which is a fault of ours
   */
  public void add(PythonModule module, int offset, String text, String lineEnd) {
    if (!(PythonParser.parse(new SourceFile(module.path(), text))
        instanceof ParseResult.Parsed parsed)) {
      throw new IllegalStateException(
          "added to " + module.path() + ", which is no Python:\n" + text);
    }
    Edit edit = Edit.insert(offset, text.replace("\n", lineEnd));
    draft(module).additions().add(new Addition(offset, edit, parsed.module().tree().body()));
  }

  /** Takes an {@code await} away. */
  public void drop(PythonModule module, Await await) {
    Edit edit = AwaitRemoval.of(module.source().text(), await);
    replace(module, await, await.operand(), List.of(edit));
  }

  /**
   * The mutation, proven to be what was meant.
   *
   * @throws IllegalStateException where an edited file is another program, which is a fault of ours
   */
  public Mutation mutation() {
    Map<Path, SourceFile> originals = new LinkedHashMap<>();
    Map<Path, List<Edit>> edits = new LinkedHashMap<>();
    for (Map.Entry<Path, Draft> entry : drafts.entrySet()) {
      Draft draft = requireNonNull(entry.getValue());
      requireMeant(draft);
      originals.put(entry.getKey(), draft.module().source());
      edits.put(entry.getKey(), draft.allEdits());
    }
    return new Mutation(originals, edits);
  }

  private void requireMeant(Draft draft) {
    PythonModule module = draft.module();
    // What is added between statements, in lines of its own, changes none of them.
    boolean isProvenInParts =
        draft.additions().stream().allMatch(each -> isBetweenStatements(module, each.offset()))
            && new EditedTree(module, ancestries.apply(module))
                .areStatementsAsMeant(draft.meant(), draft.edits());
    if (!isProvenInParts && !isFileAsMeant(draft)) {
      throw new IllegalStateException(
          "rewritten, %s would not be the program that was meant:%n%s"
              .formatted(module.path(), module.source().edited(draft.allEdits()).text()));
    }
  }

  private static boolean isBetweenStatements(PythonModule module, int offset) {
    String text = module.source().text();
    boolean beginsALine =
        offset == 0 || text.charAt(offset - 1) == '\n' || text.charAt(offset - 1) == '\r';
    return beginsALine
        && !EditedTree.continuesALine(text, offset)
        && module.tree().body().stream()
            .noneMatch(each -> each.span().start() < offset && offset < each.span().end());
  }

  private static boolean isFileAsMeant(Draft draft) {
    PythonModule module = draft.module();
    ParseResult result = PythonParser.parse(module.source().edited(draft.allEdits()));
    return result instanceof ParseResult.Parsed parsed
        && SameTree.butFor(draft.meant(), draft.withAdditions(), parsed.module().tree());
  }
}
