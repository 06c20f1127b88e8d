package dev.amiss.mutation;

import dev.amiss.semantics.Callee;
import dev.amiss.source.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A place where an operator plants a defect, or would but for a reason.
 *
 * @param id {@code <path>:<line>:<column>:<operator>[:<variant>]}, unique in a project
 * @param fingerprint survives edits elsewhere in the file (see {@code contract.md})
 * @param operator the operator's id
 * @param variant where the operator has several
 * @param file relative to the project's root
 * @param start the anchor's first character
 * @param end just behind the anchor's last character
 * @param function qualified name of the function the anchor stands in, without the module; {@code
 *     <module>} outside any
 * @param callee what is awaited or called there
 * @param use what becomes of the value; empty where the anchor has none
 * @param shield whether the site stands in a {@code try} that swallows exceptions
 * @param group a kind of defect shown apart, such as {@code clean-up}
 * @param plan what is planted, or why nothing is
 * @param untouched tests and helpers of tests that call what changes and stay as they are, as
 *     pytest names them but for parameters; they fail for that reason alone
 * @param twinOf for a decoy, which changes nothing, the operator whose defect it resembles; empty
 *     for a defect
 */
public record Mutant(
    String id,
    String fingerprint,
    String operator,
    Optional<String> variant,
    Path file,
    Position start,
    Position end,
    String function,
    Callee callee,
    Optional<Use> use,
    boolean shield,
    Siblings siblings,
    Optional<String> group,
    Plan plan,
    List<String> untouched,
    Optional<String> twinOf) {

  public Mutant {
    untouched = List.copyOf(untouched);
  }

  /** A defect that leaves no test behind. */
  public Mutant(
      String id,
      String fingerprint,
      String operator,
      Optional<String> variant,
      Path file,
      Position start,
      Position end,
      String function,
      Callee callee,
      Optional<Use> use,
      boolean shield,
      Siblings siblings,
      Optional<String> group,
      Plan plan) {
    this(
        id,
        fingerprint,
        operator,
        variant,
        file,
        start,
        end,
        function,
        callee,
        use,
        shield,
        siblings,
        group,
        plan,
        List.of(),
        Optional.empty());
  }

  /** The stage of a compound in which the {@code await} has been put back. */
  public static final String HALF_FIXED = "half-fixed";

  /** What becomes of a site. */
  public sealed interface Plan {}

  /**
   * The defect to plant.
   *
   * @param compound where it is two defects in one, what is known of each
   */
  public record Planted(Mutation mutation, Optional<Compound> compound) implements Plan {

    /** A defect that is one. */
    public Planted(Mutation mutation) {
      this(mutation, Optional.empty());
    }
  }

  /**
   * Two defects in one, of which the first hides the second.
   *
   * @param halfFixed the second alone: what is left once somebody has put the {@code await} back
   * @param twin the mutant with the first alone
   * @param model the name of the class that stands where a dict was
   */
  public record Compound(Mutation halfFixed, Mutant twin, String model) {}

  /**
   * Nothing is planted.
   *
   * @param reason one sentence without a full stop, such as {@code the callee returns a Future}
   */
  public record Ignored(String reason) implements Plan {}

  /** What is planted; empty where the site is ignored. */
  public Optional<Mutation> mutation() {
    return plan instanceof Planted planted ? Optional.of(planted.mutation()) : Optional.empty();
  }

  /** What is known of the two defects that are planted as one; empty where there is but one. */
  public Optional<Compound> compound() {
    return plan instanceof Planted planted ? planted.compound() : Optional.empty();
  }

  /**
   * The stage in which the {@code await} is back and the second defect still there: a mutant of its
   * own to whoever judges it. Empty where there is but one defect.
   */
  public Optional<Mutant> halfFixed() {
    return compound()
        .map(
            compound ->
                with(
                    id + " " + HALF_FIXED,
                    fingerprint + "-" + HALF_FIXED,
                    new Planted(compound.halfFixed()),
                    twinOf));
  }

  /** Why nothing is planted; empty where something is. */
  public Optional<String> ignored() {
    return plan instanceof Ignored ignored ? Optional.of(ignored.reason()) : Optional.empty();
  }

  /**
   * This site with nothing planted after all: a comment asks for it, or the baseline has shown that
   * the mutant would change nothing, such as {@code observed: Future}.
   *
   * @param reason one sentence without a full stop
   */
  public Mutant ignored(String reason) {
    return with(id, fingerprint, new Ignored(reason), twinOf);
  }

  /** This mutant as one of an operator that is, or is not, a decoy. */
  public Mutant withTwinOf(Optional<String> other) {
    return other.equals(twinOf) ? this : with(id, fingerprint, plan, other);
  }

  private Mutant with(
      String otherId, String otherFingerprint, Plan otherPlan, Optional<String> otherTwin) {
    return new Mutant(
        otherId,
        otherFingerprint,
        operator,
        variant,
        file,
        start,
        end,
        function,
        callee,
        use,
        shield,
        siblings,
        group,
        otherPlan,
        untouched,
        otherTwin);
  }
}
