package org.laue.structure;

import java.util.Arrays;
import java.util.Optional;
import org.laue.UserException;

/** A periodic crystal: lattice, atomic numbers and fractional coordinates. Immutable. */
public final class Crystal implements Atoms {
  private final Lattice lattice;
  private final int[] atomicNumbers;
  private final double[] fractional;

  private Crystal(Lattice lattice, int[] atomicNumbers, double[] fractional) {
    this.lattice = lattice;
    this.atomicNumbers = atomicNumbers;
    this.fractional = fractional;
  }

  /**
   * @param atomicNumbers [N], each 1 to 118
   * @param fractional [3 N], atom by atom, along a, b, c; any finite value, kept as given
   * @throws UserException if there is no atom, the lengths differ or a number is not usable
   */
  public static Crystal of(Lattice lattice, int[] atomicNumbers, double[] fractional) {
    AtomChecks.check(atomicNumbers, fractional);
    return new Crystal(lattice, atomicNumbers.clone(), fractional.clone());
  }

  /** Like {@link #of} with Cartesian positions [3 N] in angstrom. */
  public static Crystal ofCartesian(Lattice lattice, int[] atomicNumbers, double[] cartesian) {
    return of(lattice, atomicNumbers, lattice.toFractional(cartesian));
  }

  public Lattice lattice() {
    return lattice;
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

  /** Fractional coordinate of one atom along lattice vector {@code axis} (0, 1, 2). */
  public double fractional(int atom, int axis) {
    return fractional[3 * atom + axis];
  }

  /** Fractional coordinates [3 N], atom by atom; a copy. */
  public double[] fractional() {
    return fractional.clone();
  }

  @Override
  public double[] cartesian() {
    return lattice.toCartesian(fractional);
  }

  @Override
  public Optional<Lattice> periodicLattice() {
    return Optional.of(lattice);
  }

  /** The same atoms, seen as a finite cluster that keeps this lattice. */
  public Cluster toCluster() {
    return Cluster.of(atomicNumbers, cartesian(), lattice);
  }

  /**
   * Supercell of n0 x n1 x n2 cells. Replica order: first lattice index slowest, atoms of a cell
   * fastest.
   */
  public Crystal supercell(int n0, int n1, int n2) {
    if (n0 < 1 || n1 < 1 || n2 < 1) {
      throw new UserException(
          "Supercell repeats must be at least 1, were " + n0 + " x " + n1 + " x " + n2);
    }
    int cells = Math.multiplyExact(Math.multiplyExact(n0, n1), n2);
    int count = Math.multiplyExact(cells, atomCount());
    int[] numbers = new int[count];
    double[] positions = new double[Math.multiplyExact(3, count)];
    int next = 0;
    for (int i = 0; i < n0; i++) {
      for (int j = 0; j < n1; j++) {
        for (int k = 0; k < n2; k++) {
          for (int atom = 0; atom < atomCount(); atom++, next++) {
            numbers[next] = atomicNumbers[atom];
            positions[3 * next] = (fractional[3 * atom] + i) / n0;
            positions[3 * next + 1] = (fractional[3 * atom + 1] + j) / n1;
            positions[3 * next + 2] = (fractional[3 * atom + 2] + k) / n2;
          }
        }
      }
    }
    return new Crystal(lattice.repeated(n0, n1, n2), numbers, positions);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crystal that
        && lattice.equals(that.lattice)
        && Arrays.equals(atomicNumbers, that.atomicNumbers)
        && Arrays.equals(fractional, that.fractional);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * lattice.hashCode() + Arrays.hashCode(atomicNumbers))
        + Arrays.hashCode(fractional);
  }

  @Override
  public String toString() {
    return "Crystal[" + formula() + ", " + atomCount() + " atoms, " + lattice + "]";
  }
}
