package org.laue.spark;

import java.util.List;
import java.util.OptionalInt;
import org.laue.structure.ClassScheme;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;
import org.laue.tables.rows.StructureRow;

/** Space groups of a structure at some tolerances; one of them gives the label. */
final class SymmetryLabels implements StructureLabels {
  private static final long serialVersionUID = 1L;

  private final double[] symprecs;
  private final int labelling;
  private final double angleTolerance;
  private final ClassScheme classes;

  SymmetryLabels(
      List<Double> symprecs, double labelSymprec, double angleTolerance, ClassScheme classes) {
    this.symprecs = symprecs.stream().mapToDouble(Double::doubleValue).toArray();
    this.labelling = symprecs.indexOf(labelSymprec);
    this.angleTolerance = angleTolerance;
    this.classes = classes;
  }

  @Override
  public StructureRow label(StructureRow structure) {
    int[] groups = new int[symprecs.length];
    for (int i = 0; i < groups.length; i++) {
      Tolerance tolerance = new Tolerance(symprecs[i], angleTolerance);
      OptionalInt found =
          SymmetryFinder.spaceGroupNumber(structure.crystal(), tolerance, SpglibCompat.V2);
      groups[i] = found.orElse(0);
    }
    return structure.withSymmetry(new StructureRow.Symmetry(symprecs, groups, labelling), classes);
  }
}
