package org.laue.spark;

import java.util.Optional;
import java.util.OptionalDouble;
import org.laue.structure.ClassScheme;
import org.laue.tables.rows.Quantities;
import org.laue.tables.rows.StructureRow;

/** Classes by a number that the source tells of a structure; its symmetry is found all the same. */
final class NumberLabels implements StructureLabels {
  private static final long serialVersionUID = 1L;

  private final SymmetryLabels symmetry;
  private final String property;
  private final String flag;
  private final ClassScheme classes;

  /**
   * @param property what the source calls the number, for instance {@code _mp_band_gap}
   * @param flag what it calls its own doubt of the number: where this is said to be false, there is
   *     no class; may be empty
   */
  NumberLabels(SymmetryLabels symmetry, String property, String flag, ClassScheme classes) {
    this.symmetry = symmetry;
    this.property = property;
    this.flag = flag;
    this.classes = classes;
  }

  @Override
  public StructureRow label(StructureRow structure) {
    OptionalDouble number = Quantities.of(structure, property);
    String label =
        number.isPresent() && !isDoubted(structure) ? classes.label(number.getAsDouble()) : null;
    return symmetry.label(structure).withLabel(label);
  }

  @Override
  public Optional<String> withoutClass(StructureRow labelled) {
    if (labelled.labels().found() != null) {
      return Optional.empty();
    }
    if (Quantities.of(labelled, property).isEmpty()) {
      return Optional.of("without " + property);
    }
    return Optional.of(isDoubted(labelled) ? "not " + flag : "of no class by " + property);
  }

  private boolean isDoubted(StructureRow structure) {
    return "false".equalsIgnoreCase(structure.properties().get(flag));
  }
}
