package org.laue.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.groups.HallSymbol;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;
import org.laue.symmetry.operations.Centring;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** Random crystals of a given setting: any orientation, origin, primitive basis and atom order. */
public final class RandomCrystals {
  private static final double VOLUME_PER_ATOM = 14;

  /** Angstrom. */
  private static final double CLOSEST = 1.6;

  private static final int MOST_TRIALS = 100_000;

  private final RandomSettings random;

  public RandomCrystals(long seed) {
    random = new RandomSettings(seed);
  }

  /** A crystal of general positions, enough of them that no further symmetry appears. */
  public Crystal general(HallSetting setting) {
    List<SymmetryOperation> operations = operations(setting);
    List<List<double[]>> orbits = new ArrayList<>();
    int species = operations.size() <= 8 ? 3 : 2;
    for (int i = 0; i < species; i++) {
      orbits.add(orbit(operations, null));
    }
    return scrambled(setting, orbits);
  }

  /** The same with a further species on a Wyckoff position of the standard setting. */
  public Crystal withAtomOn(WyckoffPosition position, HallSetting standard) {
    List<SymmetryOperation> operations = operations(standard);
    List<List<double[]>> orbits = new ArrayList<>();
    orbits.add(orbit(operations, position));
    int species = operations.size() <= 8 ? 3 : 2;
    for (int i = 0; i < species; i++) {
      orbits.add(orbit(operations, null));
    }
    return scrambled(standard, orbits);
  }

  /**
   * A crystal of a space group in its standard setting with at most so many atoms in the primitive
   * cell, none closer than 1.6 angstrom: an element for each of one to four Wyckoff positions, of
   * which one may be general.
   */
  public Crystal small(int group, int maxAtoms) {
    HallSetting standard = HallSettings.standardOf(group);
    List<WyckoffPosition> positions = WyckoffTable.of(group);
    HallSymbol symbol = HallSymbol.parse(standard.hallSymbol());
    List<SymmetryOperation> operations = symbol.operations();
    int points = operations.size() / symbol.representatives().size();
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
      List<List<double[]>> orbits = new ArrayList<>();
      int count = 1 + random.below(4);
      for (int i = 0; i < count; i++) {
        orbits.add(orbit(operations, positions.get(random.below(positions.size()))));
      }
      int atoms = orbits.stream().mapToInt(List::size).sum() / points;
      if (atoms >= 2 && atoms <= maxAtoms) {
        Crystal crystal = scrambled(standard, orbits);
        if (isCrystal(crystal, group)) {
          return crystal;
        }
      }
    }
    throw new IllegalStateException("No crystal of group " + group + " came about");
  }

  private static boolean isCrystal(Crystal crystal, int group) {
    Crystal block = crystal.supercell(2, 2, 2);
    for (int atom = 1; atom < block.atomCount(); atom++) {
      for (int other = 0; other < Math.min(atom, crystal.atomCount()); other++) {
        double[] d = new double[3];
        for (int i = 0; i < 3; i++) {
          double difference = block.fractional(atom, i) - block.fractional(other, i);
          d[i] = difference - Math.rint(difference);
        }
        if (Matrix3.squaredLength(d, block.lattice().metric()) < CLOSEST * CLOSEST) {
          return false;
        }
      }
    }
    return SymmetryFinder.spaceGroupNumber(crystal, Tolerance.of(0.1), SpglibCompat.V2).orElse(0)
            == group
        && SymmetryFinder.spaceGroupNumber(crystal, Tolerance.of(0.01), SpglibCompat.V2).orElse(0)
            == group;
  }

  private static List<SymmetryOperation> operations(HallSetting setting) {
    return HallSymbol.parse(setting.hallSymbol()).operations();
  }

  private List<double[]> orbit(List<SymmetryOperation> operations, WyckoffPosition position) {
    double[] x = {random.between(0, 1), random.between(0, 1), random.between(0, 1)};
    return random.images(position == null ? x : random.pointOf(position), operations);
  }

  /** Takes orbits of the conventional cell to a random primitive cell, shuffled. */
  private Crystal scrambled(HallSetting setting, List<List<double[]>> orbits) {
    Centring centring = HallSymbol.parse(setting.hallSymbol()).centring();
    int count = orbits.stream().mapToInt(List::size).sum();
    Lattice lattice = random.lattice(setting);
    double scale = Math.cbrt(VOLUME_PER_ATOM * count / lattice.volume());
    Lattice conventional = lattice.transformed(scale, 0, 0, 0, scale, 0, 0, 0, scale);
    double[] basis = random.primitiveBasis(centring);
    Lattice primitive = conventional.transformed(Matrix3.transposed(basis));
    double[] shift = {random.between(0, 1), random.between(0, 1), random.between(0, 1)};
    List<double[]> positions = new ArrayList<>();
    List<Integer> species = new ArrayList<>();
    for (int s = 0; s < orbits.size(); s++) {
      for (double[] x : orbits.get(s)) {
        add(primitive.toFractional(conventional.toCartesian(x)), 10 + s, positions, species);
      }
    }
    return shuffled(primitive, positions, species, shift);
  }

  /** Adds an atom unless a lattice translation of it is there already. */
  private static void add(
      double[] x, int atomicNumber, List<double[]> positions, List<Integer> species) {
    for (int i = 0; i < positions.size(); i++) {
      if (species.get(i) == atomicNumber && RandomSettings.coincide(positions.get(i), x)) {
        return;
      }
    }
    positions.add(x);
    species.add(atomicNumber);
  }

  private Crystal shuffled(
      Lattice lattice, List<double[]> positions, List<Integer> species, double[] shift) {
    int count = positions.size();
    int[] numbers = new int[count];
    double[] fractional = new double[3 * count];
    for (int next = 0; next < count; next++) {
      int chosen = random.below(positions.size());
      numbers[next] = species.remove(chosen);
      double[] x = positions.remove(chosen);
      for (int i = 0; i < 3; i++) {
        fractional[3 * next + i] = x[i] + shift[i];
      }
    }
    return Crystal.of(lattice, numbers, fractional);
  }
}
