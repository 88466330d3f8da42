package org.laue.structure;

import java.util.Arrays;
import java.util.Optional;
import org.laue.UserException;

/**
 * A finite set of atoms in space, as a diffraction experiment sees it; it may carry the lattice of
 * the periodic supercell it was cut from. Immutable.
 */
public final class Cluster implements Atoms {
  private final int[] atomicNumbers;
  private final double[] cartesian;
  private final Lattice lattice;

  private Cluster(int[] atomicNumbers, double[] cartesian, Lattice lattice) {
    this.atomicNumbers = atomicNumbers;
    this.cartesian = cartesian;
    this.lattice = lattice;
  }

  /**
   * A cluster without a lattice.
   *
   * @param atomicNumbers [N], each 1 to 118
   * @param cartesian [3 N] in angstrom, atom by atom
   * @throws UserException if there is no atom, the lengths differ or a number is not usable
   */
  public static Cluster of(int[] atomicNumbers, double[] cartesian) {
    AtomChecks.check(atomicNumbers, cartesian);
    return new Cluster(atomicNumbers.clone(), cartesian.clone(), null);
  }

  /** A cluster that keeps the periodic supercell {@code lattice} for its distances. */
  public static Cluster of(int[] atomicNumbers, double[] cartesian, Lattice lattice) {
    AtomChecks.check(atomicNumbers, cartesian);
    return new Cluster(atomicNumbers.clone(), cartesian.clone(), lattice);
  }

  @Override
  public int atomCount() {
    return atomicNumbers.length;
  }

  @Override
  public int atomicNumber(int atom) {
    return atomicNumbers[atom];
  }

  @Override
  public int[] atomicNumbers() {
    return atomicNumbers.clone();
  }

  @Override
  public double[] cartesian() {
    return cartesian.clone();
  }

  @Override
  public Optional<Lattice> periodicLattice() {
    return Optional.ofNullable(lattice);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cluster that
        && Arrays.equals(atomicNumbers, that.atomicNumbers)
        && Arrays.equals(cartesian, that.cartesian)
        && periodicLattice().equals(that.periodicLattice());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(atomicNumbers) + Arrays.hashCode(cartesian);
  }

  @Override
  public String toString() {
    return "Cluster[" + formula() + ", " + atomCount() + " atoms]";
  }
}
