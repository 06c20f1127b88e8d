package dev.amiss.mutation.surgery;

import static java.util.Objects.requireNonNull;

import dev.amiss.mutation.Mutation;
import dev.amiss.source.Edit;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.Ancestry;
import dev.amiss.syntax.Expression.Await;
import dev.amiss.syntax.Expression.Call;
import dev.amiss.syntax.Node;
import dev.amiss.syntax.PythonModule;
import dev.amiss.syntax.Statement.FunctionDef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Edits of several files, each with what it is to do to the tree; together they make a mutation,
 * once the edited files have been parsed again and are what was meant.
 */
public final class Rewriting {

  private final Map<Path, Draft> drafts = new LinkedHashMap<>();

  /** One file's edits, and what stands in the place of which node after them. */
  private record Draft(PythonModule module, List<Edit> edits, Meant meant) {
    Draft(PythonModule module) {
      this(module, new ArrayList<>(), new Meant());
    }

    Draft copy() {
      return new Draft(module, new ArrayList<>(edits), meant.copy());
    }
  }

  /** This rewriting so far, to be gone on with in another way. */
  public Rewriting copy() {
    Rewriting copy = new Rewriting();
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
    Draft draft = drafts.computeIfAbsent(module.path(), path -> new Draft(module));
    draft.meant().put(node, meant);
    draft.edits().addAll(edits);
  }

  /** Makes functions {@code async}, and awaits calls. */
  public void colour(
      PythonModule module,
      Collection<FunctionDef> functions,
      Collection<Call> calls,
      List<Edit> edits) {
    Draft draft = drafts.computeIfAbsent(module.path(), path -> new Draft(module));
    draft.meant().colouring(functions, calls);
    draft.edits().addAll(edits);
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
      new EditedTree(draft.module(), new Ancestry(draft.module().tree()))
          .require(draft.meant(), draft.edits());
      originals.put(entry.getKey(), draft.module().source());
      edits.put(entry.getKey(), List.copyOf(draft.edits()));
    }
    return new Mutation(originals, edits);
  }
}
