package org.laue.symmetry.cell;

import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.SpaceGroupMatch;
import org.laue.symmetry.groups.TabulatedGroup;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.lattice.IdealLattice;
import org.laue.symmetry.operations.Centring;

/**
 * The cells of the standard setting: conventional and primitive, as measured or idealised.
 *
 * <p>As measured, lengths, angles and positions are those of the crystal, averaged over its pure
 * translations alone, in its own orientation; only axes and origin come from the space group.
 * Idealised, the lattice obeys its system in the usual orientation and the atoms sit on their
 * Wyckoff positions.
 */
final class Standardisation {
  /** Coordinates this close below 1 are 0. */
  private static final double SNAP = 1e-10;

  private final SpaceGroupMatch match;
  private final Crystal primitive;
  private final double symprec;
  private List<Site> sites;

  /**
   * @param match of the primitive cell
   * @param symprec at which it was found, angstrom
   */
  Standardisation(SpaceGroupMatch match, Crystal primitive, double symprec) {
    this.match = match;
    this.primitive = primitive;
    this.symprec = symprec;
  }

  /** Wyckoff position and ideal place of each atom of the primitive cell. */
  synchronized List<Site> sites() {
    if (sites == null) {
      sites = Sites.of(match, primitive, symprec);
    }
    return sites;
  }

  /** The conventional cell: for each atom of the primitive cell its copies at the centrings. */
  Crystal conventional(boolean idealize) {
    Lattice measured = match.standardLattice(primitive.lattice());
    CrystalSystem system = match.setting().crystalSystem();
    Lattice lattice = idealize ? IdealLattice.of(system, measured) : measured;
    List<SymmetryOperation> copies = new ArrayList<>();
    copies.add(SymmetryOperation.IDENTITY);
    copies.addAll(centring().translations());
    int count = primitive.atomCount() * copies.size();
    int[] numbers = new int[count];
    double[] positions = new double[3 * count];
    for (int next = 0; next < count; next++) {
      int atom = next / copies.size();
      double[] x = standard(atom, idealize);
      SymmetryOperation shift = copies.get(next % copies.size());
      numbers[next] = primitive.atomicNumber(atom);
      for (int i = 0; i < 3; i++) {
        positions[3 * next + i] = wrapped(x[i] + shift.t(i));
      }
    }
    return Crystal.of(lattice, numbers, positions);
  }

  /** A primitive cell of the standard setting, its vectors as for the centring in Spglib. */
  Crystal primitive(boolean idealize) {
    Lattice measured = match.standardLattice(primitive.lattice());
    CrystalSystem system = match.setting().crystalSystem();
    Lattice conventional = idealize ? IdealLattice.of(system, measured) : measured;
    double[] toPrimitive = TabulatedGroup.of(match.hallNumber()).toPrimitive();
    double[] positions = new double[3 * primitive.atomCount()];
    for (int atom = 0; atom < primitive.atomCount(); atom++) {
      double[] x = Matrix3.apply(toPrimitive, standard(atom, idealize));
      for (int i = 0; i < 3; i++) {
        positions[3 * atom + i] = wrapped(x[i]);
      }
    }
    Lattice lattice = conventional.transformed(Matrix3.transposed(centring().primitiveBasis()));
    return Crystal.of(lattice, primitive.atomicNumbers(), positions);
  }

  private Centring centring() {
    return TabulatedGroup.of(match.hallNumber()).centring();
  }

  private double[] standard(int atom, boolean idealize) {
    if (idealize) {
      return sites().get(atom).ideal();
    }
    double[] x = {
      primitive.fractional(atom, 0), primitive.fractional(atom, 1), primitive.fractional(atom, 2)
    };
    return match.toStandard(x);
  }

  private static double wrapped(double x) {
    double wrapped = x - Math.floor(x);
    return wrapped > 1 - SNAP || wrapped < SNAP ? 0 : wrapped;
  }
}
