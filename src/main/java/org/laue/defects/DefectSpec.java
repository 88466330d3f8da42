package org.laue.defects;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.laue.StableRandom;
import org.laue.structure.Crystal;

/**
 * Everything done to a crystal, in order: nothing ({@link #PRISTINE}), one defect or several.
 *
 * @param steps applied first to last
 */
public record DefectSpec(List<Defect> steps) implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final DefectSpec PRISTINE = new DefectSpec(List.of());

  public DefectSpec {
    steps = List.copyOf(steps);
  }

  public static DefectSpec of(Defect... steps) {
    return new DefectSpec(List.of(steps));
  }

  /**
   * Reads the canonical text: {@code pristine}, {@code vacancy 0.25}, {@code displacement 0.02},
   * {@code scaled-displacement 0.1}, {@code substitution 0.5 binary}, {@code bcc-to-sc 0.75},
   * {@code rotation 5}, or several joined by {@code +} in the order in which they happen.
   *
   * @param place where the text stands, for messages: {@code defects.combinations[3]}; may be empty
   * @throws org.laue.UserException if it names no defect or a level has no meaning
   */
  public static DefectSpec parse(String text, String place) {
    return DefectParser.parse(text, place);
  }

  /** Reads an entry of a list of one kind, which may leave the kind out: {@code 0.25}. */
  public static DefectSpec parse(DefectKind kind, String text, String place) {
    return DefectParser.parse(kind, text, place);
  }

  public DefectKind kind() {
    return switch (steps.size()) {
      case 0 -> DefectKind.PRISTINE;
      case 1 -> steps.get(0).kind();
      default -> DefectKind.COMBINATION;
    };
  }

  /** Level of the last step, 0 for pristine: angstrom for displacements, else a fraction. */
  public double level() {
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).level();
  }

  /** The text that {@link #parse(String, String)} reads back; equal specs have equal texts. */
  public String canonical() {
    return steps.isEmpty()
        ? DefectKind.PRISTINE.label()
        : steps.stream().map(Defect::canonical).collect(Collectors.joining(" + "));
  }

  /** Whether a step scales with the nearest-neighbour distance, which then has to be given. */
  public boolean needsNearestNeighbour() {
    return steps.stream().anyMatch(ScaledDisplacement.class::isInstance);
  }

  /** {@link #apply(Crystal, long, double)} for specs that need no nearest-neighbour distance. */
  public Crystal apply(Crystal supercell, long seed) {
    return apply(supercell, seed, Double.NaN);
  }

  /**
   * The damaged supercell: a function of the arguments alone. The periodic lattice stays, so that
   * the supercell should be large enough for its images not to see each other.
   *
   * @param seed from {@link Seeds}
   * @param nearestNeighbourAngstrom of the undamaged supercell; may be NaN unless {@link
   *     #needsNearestNeighbour()}
   */
  public Crystal apply(Crystal supercell, long seed, double nearestNeighbourAngstrom) {
    StableRandom random = new StableRandom(seed);
    Crystal damaged = supercell;
    for (Defect step : steps) {
      damaged = step.apply(damaged, random, nearestNeighbourAngstrom);
    }
    return damaged;
  }

  @Override
  public String toString() {
    return canonical();
  }
}
