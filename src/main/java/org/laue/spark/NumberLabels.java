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
  private final ClassScheme classes;

  /**
   * @param property what the source calls the number, for instance {@code _mp_band_gap}
   */
  NumberLabels(SymmetryLabels symmetry, String property, ClassScheme classes) {
    this.symmetry = symmetry;
    this.property = property;
    this.classes = classes;
  }

  @Override
  public StructureRow label(StructureRow structure) {
    OptionalDouble number = Quantities.of(structure, property);
    String label = number.isPresent() ? classes.label(number.getAsDouble()) : null;
    return symmetry.label(structure).withLabel(label);
  }

  @Override
  public Optional<String> withoutClass(StructureRow labelled) {
    if (labelled.labels().found() != null) {
      return Optional.empty();
    }
    return Optional.of(
        Quantities.of(labelled, property).isPresent()
            ? "of no class by " + property
            : "without " + property);
  }
}
