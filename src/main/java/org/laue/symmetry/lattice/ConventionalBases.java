package org.laue.symmetry.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/**
 * Right-handed conventional bases of a crystal from its rotations: axes along the symmetry elements
 * of its crystal system, the shortest vectors across them. A basis is an integer matrix whose
 * columns are a, b, c in terms of the primitive lattice.
 *
 * <p>Bases that differ by a rotation of the lattice are listed in order of preference: first the
 * cell edges (orthorhombic a <= b <= c; monoclinic the shortest a and c), then the closeness to the
 * usual orientation with a along x and c along z, so that a standard cell keeps its axes.
 */
public final class ConventionalBases {
  /** Lengths closer than this, in angstrom, count as equal when cells are ranked. */
  private static final double LENGTH_STEP = 1e-6;

  private final Lattice lattice;
  private final double[] metric;
  private final List<int[]> rotations;

  private ConventionalBases(Lattice lattice, List<int[]> rotations) {
    this.lattice = lattice;
    this.metric = lattice.metric();
    this.rotations = rotations;
  }

  /** Candidates for a crystal system, the preferred one first. */
  public static List<int[]> find(CrystalSystem system, List<int[]> rotations, Lattice lattice) {
    ConventionalBases bases = new ConventionalBases(lattice, rotations);
    return switch (system) {
      case TRICLINIC -> List.of(bases.rightHanded(NiggliReduction.of(lattice)));
      case MONOCLINIC -> bases.monoclinic();
      case ORTHORHOMBIC -> bases.ranked(bases.threeAxes(2), LatticeRotations.CUBIC, true);
      case TETRAGONAL -> bases.ranked(bases.mainAxis(4), LatticeRotations.TETRAGONAL, false);
      case TRIGONAL -> bases.ranked(bases.mainAxis(3), LatticeRotations.HEXAGONAL, false);
      case HEXAGONAL -> bases.ranked(bases.mainAxis(6), LatticeRotations.HEXAGONAL, false);
      case CUBIC -> bases.cubic();
    };
  }

  private List<int[]> cubic() {
    int[] basis = threeAxes(4);
    return ranked(basis == null ? threeAxes(2) : basis, LatticeRotations.CUBIC, false);
  }

  /**
   * The six choices of a and c from the shortest vectors of the three classes of the lattice plane
   * modulo its doubles: each glide and centring falls on the axis that its standard symbol names.
   */
  private List<int[]> monoclinic() {
    int[] twofold = first(2);
    int[] b = RotationAxis.of(twofold);
    int[][] plane = RotationAxis.plane(twofold, 2, metric);
    int[][] vectors = {plane[0], plane[1], Matrix3.plus(plane[0], plane[1])};
    List<Candidate> bases = new ArrayList<>();
    for (int[] a : vectors) {
      for (int[] c : vectors) {
        if (a != c) {
          int sign = RotationAxis.dot(a, c, metric) > 0 ? -1 : 1;
          int[] basis = turnedAboutB(Matrix3.ofColumns(a, b, Matrix3.scaled(c, sign)));
          double length = length(a);
          for (int[] rotation : LatticeRotations.MONOCLINIC) {
            bases.add(candidate(Matrix3.multiply(basis, rotation), length + length(c), length));
          }
        }
      }
    }
    return sorted(bases);
  }

  /** Right-handed by the sign of b alone, which keeps the angle between a and c. */
  private int[] turnedAboutB(int[] basis) {
    if (isRightHanded(basis)) {
      return basis;
    }
    return Matrix3.multiply(basis, new int[] {1, 0, 0, 0, -1, 0, 0, 0, 1});
  }

  /** Three orthogonal axes of the given order, or null if there are fewer. */
  private int[] threeAxes(int order) {
    List<int[]> axes = new ArrayList<>();
    for (int[] rotation : rotations) {
      if (Math.abs(RotationType.of(rotation)) == order) {
        int[] axis = RotationAxis.of(RotationType.proper(rotation));
        if (axes.stream().noneMatch(known -> Arrays.equals(known, axis))) {
          axes.add(axis);
        }
      }
    }
    return axes.size() < 3
        ? null
        : rightHanded(Matrix3.ofColumns(axes.get(0), axes.get(1), axes.get(2)));
  }

  /** c along the axis of highest order, a the shortest vector across it, b its image. */
  private int[] mainAxis(int order) {
    int[] proper = first(order);
    int turns = order == 6 ? 3 : order;
    int[] turn = order == 6 ? Matrix3.multiply(proper, proper) : proper;
    int[] a = RotationAxis.plane(turn, turns, metric)[0];
    int[] basis = Matrix3.ofColumns(a, Matrix3.apply(turn, a), RotationAxis.of(turn));
    return isRightHanded(basis)
        ? basis
        : Matrix3.multiply(basis, new int[] {1, 0, 0, 0, 1, 0, 0, 0, -1});
  }

  /** The first rotation of an order, without its inversion. */
  private int[] first(int order) {
    for (int[] rotation : rotations) {
      if (Math.abs(RotationType.of(rotation)) == order) {
        return RotationType.proper(rotation);
      }
    }
    throw new IllegalStateException("No rotation of order " + order);
  }

  private List<int[]> ranked(int[] basis, List<int[]> turns, boolean byLength) {
    List<Candidate> bases = new ArrayList<>(turns.size());
    for (int[] turn : turns) {
      int[] turned = Matrix3.multiply(basis, turn);
      bases.add(
          byLength
              ? candidate(
                  turned, length(Matrix3.column(turned, 0)), length(Matrix3.column(turned, 1)))
              : candidate(turned, 0, 0));
    }
    return sorted(bases);
  }

  /** A basis and what it is ranked by, the smaller the better. */
  private record Candidate(int[] basis, double first, double second, double last) {}

  private Candidate candidate(int[] basis, double first, double second) {
    return new Candidate(basis, first, second, misorientation(basis));
  }

  private static List<int[]> sorted(List<Candidate> candidates) {
    candidates.sort(
        Comparator.comparingDouble(Candidate::first)
            .thenComparingDouble(Candidate::second)
            .thenComparingDouble(Candidate::last));
    return candidates.stream().map(Candidate::basis).toList();
  }

  private boolean isRightHanded(int[] basis) {
    return Matrix3.determinant(basis) * lattice.determinant() > 0;
  }

  private int[] rightHanded(int[] basis) {
    return isRightHanded(basis) ? basis : Matrix3.scaled(basis, -1);
  }

  /** Length of a lattice vector in steps of {@link #LENGTH_STEP}. */
  private double length(int[] vector) {
    return Math.rint(Math.sqrt(RotationAxis.dot(vector, vector, metric)) / LENGTH_STEP);
  }

  /** Smallest when a points along x, b to y and c along z. */
  private double misorientation(int[] basis) {
    double alignment = 0;
    for (int i = 0; i < 3; i++) {
      int[] vector = Matrix3.column(basis, i);
      double component = 0;
      for (int j = 0; j < 3; j++) {
        component += vector[j] * lattice.component(j, i);
      }
      alignment += component / Math.sqrt(RotationAxis.dot(vector, vector, metric));
    }
    return -Math.rint(alignment / LENGTH_STEP);
  }
}
