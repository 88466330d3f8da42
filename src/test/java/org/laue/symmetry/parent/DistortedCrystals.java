package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.RandomCrystals;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/**
 * Crystals that are nearly of a richer group: generated crystals whose atoms are moved a little, in
 * a way that only some of the operations allow.
 */
final class DistortedCrystals {
  /** Angstrom: what tells a distorted crystal from the richer one. */
  private static final Tolerance FINE = Tolerance.of(0.002);

  private static final int MOST_ATOMS = 60;

  private final StableRandom random;
  private final Crystal whole;
  private final List<SymmetryOperation> operations;

  private DistortedCrystals(int group, long seed) {
    this.random = new StableRandom(seed);
    this.whole = new RandomCrystals(seed).small(group, MOST_ATOMS);
    this.operations = SymmetryFinder.symmetry(whole, FINE).operations();
  }

  /**
   * A crystal of a group with fewer operations that is {@code rms} angstrom off one of {@code
   * group}, or empty where the operations that were drawn leave no other group.
   */
  static Optional<Crystal> nearly(int group, double rms, long seed) {
    Crystal distorted = new DistortedCrystals(group, seed).distorted(rms);
    int found = SymmetryFinder.symmetry(distorted, FINE).number();
    return found == group ? Optional.empty() : Optional.of(distorted);
  }

  private Crystal distorted(double rms) {
    double[] shifts = symmetric(subgroup(1 + random.nextInt(2)));
    double norm = Math.sqrt(Arrays.stream(shifts).map(x -> x * x).sum() / whole.atomCount());
    double[] positions = whole.cartesian();
    for (int i = 0; i < positions.length && norm > 0; i++) {
      positions[i] += shifts[i] * rms / norm;
    }
    return Crystal.ofCartesian(whole.lattice(), whole.atomicNumbers(), positions);
  }

  /** Random shifts that these operations take into themselves, Cartesian. */
  private double[] symmetric(List<SymmetryOperation> kept) {
    double[] shifts = new double[3 * whole.atomCount()];
    Arrays.setAll(shifts, i -> random.nextGaussian());
    double[] given = whole.lattice().toFractional(shifts);
    double[] mean = new double[given.length];
    for (SymmetryOperation operation : kept) {
      SiteImages images = SiteImages.of(whole, operation);
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < 3; j++) {
          mean[3 * images.image(i / 3) + i % 3] +=
              operation.w(i % 3, j) * given[3 * (i / 3) + j] / kept.size();
        }
      }
    }
    return whole.lattice().toCartesian(centred(mean));
  }

  /** Less what moves all atoms together. */
  private static double[] centred(double[] shifts) {
    double[] centred = shifts.clone();
    for (int i = 0; i < shifts.length; i++) {
      for (int j = i % 3; j < shifts.length; j += 3) {
        centred[i] -= shifts[j] * 3 / shifts.length;
      }
    }
    return centred;
  }

  /** The operations that so many, drawn at random, generate. */
  private List<SymmetryOperation> subgroup(int generators) {
    Map<List<Integer>, SymmetryOperation> known = new LinkedHashMap<>();
    operations.forEach(operation -> known.put(key(operation.rotation()), operation));
    List<int[]> kept = new ArrayList<>(List.of(Matrix3.identity()));
    for (int i = 0; i < generators; i++) {
      kept.add(operations.get(random.nextInt(operations.size())).rotation());
    }
    Map<List<Integer>, SymmetryOperation> closed = new LinkedHashMap<>();
    kept.forEach(rotation -> closed.put(key(rotation), known.get(key(rotation))));
    for (int before = 0; before < closed.size(); ) {
      before = closed.size();
      for (SymmetryOperation first : List.copyOf(closed.values())) {
        for (SymmetryOperation second : List.copyOf(closed.values())) {
          List<Integer> product = key(Matrix3.multiply(first.rotation(), second.rotation()));
          closed.put(product, known.get(product));
        }
      }
    }
    return List.copyOf(closed.values());
  }

  private static List<Integer> key(int[] rotation) {
    return Arrays.stream(rotation).boxed().toList();
  }
}
