package org.laue.symmetry.cell;

import java.util.Arrays;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.symmetry.groups.SpaceGroupMatch;
import org.laue.symmetry.groups.TabulatedGroup;
import org.laue.symmetry.lattice.RotationCode;
import org.laue.symmetry.operations.PeriodicAtoms;
import org.laue.symmetry.operations.PeriodicGrid;
import org.laue.symmetry.operations.SearchBudget;

/**
 * Which atoms of a primitive cell the operations of its space group take to each other. The
 * operations are the table's, taken back to the primitive cell, so the orbits are exact even where
 * the positions are not.
 */
final class Orbits {
  private final Crystal primitive;
  private final SpaceGroupMatch match;
  private final TabulatedGroup group;
  private final PeriodicAtoms atoms;
  private final PeriodicGrid grid;
  private final double[] toStandard;
  private final int[] representative;
  private final int[] operation;

  /** Number of atoms of the orbit, for its representative. */
  private final int[] size;

  Orbits(SpaceGroupMatch match, Crystal primitive, double symprec) {
    this.primitive = primitive;
    this.match = match;
    this.group = TabulatedGroup.of(match.hallNumber());
    this.atoms = PeriodicAtoms.of(primitive);
    this.grid =
        new PeriodicGrid(
            atoms.lattice, atoms.fractional, atoms.species, symprec, new SearchBudget());
    this.toStandard = Matrix3.inverse(match.basis());
    this.representative = new int[atoms.count()];
    this.operation = new int[atoms.count()];
    this.size = new int[atoms.count()];
    Arrays.fill(representative, -1);
    for (int atom = 0; atom < atoms.count(); atom++) {
      if (representative[atom] < 0) {
        collect(atom);
      }
    }
  }

  /** First atom of the orbit that an atom belongs to. */
  int representative(int atom) {
    return representative[atom];
  }

  /** Index of a group representative operation that takes the first atom of the orbit here. */
  int operation(int atom) {
    return operation[atom];
  }

  /** How many atoms of the primitive cell the orbit of this atom has. */
  int size(int atom) {
    return size[representative[atom]];
  }

  private void collect(int first) {
    double[] x = standard(first);
    for (int op = 0; op < group.representatives().size(); op++) {
      int image = nearest(match.toPrimitive(image(op, x)), first);
      if (image >= 0 && representative[image] < 0) {
        representative[image] = first;
        operation[image] = op;
        size[first]++;
      }
    }
    if (representative[first] < 0) {
      representative[first] = first;
      operation[first] = identityIndex();
      size[first]++;
    }
  }

  private int identityIndex() {
    return Arrays.binarySearch(group.codes(), RotationCode.of(Matrix3.identity()));
  }

  /** Standard coordinates of an atom as measured. */
  double[] standard(int atom) {
    return match.toStandard(toStandard, fractional(atom));
  }

  private double[] fractional(int atom) {
    return new double[] {
      primitive.fractional(atom, 0), primitive.fractional(atom, 1), primitive.fractional(atom, 2)
    };
  }

  /** Image of standard coordinates under a group representative operation. */
  double[] image(int op, double[] x) {
    double[] y = Matrix3.apply(group.representatives().get(op).rotation(), x);
    for (int i = 0; i < 3; i++) {
      y[i] += group.translations()[3 * op + i];
    }
    return y;
  }

  /** The atom of the same species nearest to a point of the primitive cell. */
  private int nearest(double[] x, int sameSpeciesAs) {
    int species = atoms.species[sameSpeciesAs];
    grid.beginMapping();
    int found = grid.partner(x[0], x[1], x[2], species);
    return found >= 0 ? found : nearestOfAll(x, species);
  }

  private int nearestOfAll(double[] x, int species) {
    double[] metric = atoms.lattice.metric();
    double best = Double.POSITIVE_INFINITY;
    int found = -1;
    double[] d = new double[3];
    for (int atom = 0; atom < atoms.count(); atom++) {
      if (atoms.species[atom] == species) {
        for (int i = 0; i < 3; i++) {
          double difference = atoms.fractional[3 * atom + i] - x[i];
          d[i] = difference - Math.rint(difference);
        }
        double squared = Matrix3.squaredLength(d, metric);
        if (squared < best) {
          best = squared;
          found = atom;
        }
      }
    }
    return found;
  }
}
