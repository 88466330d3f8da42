package org.laue.tables.rows;

import java.util.OptionalDouble;

/** Numbers that belong to a structure: what its source says of it, and what follows from it. */
public final class Quantities {
  /** Volume of the cell over the number of its atoms, cubic angstrom. */
  public static final String VOLUME_PER_ATOM = "volume_per_atom";

  private Quantities() {}

  /**
   * A number by its name: {@link #VOLUME_PER_ATOM}, or a property of the source, for instance
   * {@code _mp_band_gap}.
   *
   * @return empty if the source gives none, or no finite number
   */
  public static OptionalDouble of(StructureRow structure, String name) {
    if (name.equals(VOLUME_PER_ATOM)) {
      double volume = Math.abs(structure.crystal().lattice().determinant());
      return OptionalDouble.of(volume / structure.crystal().atomCount());
    }
    String text = structure.properties().get(name);
    try {
      double number = text == null ? Double.NaN : Double.parseDouble(text.strip());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
