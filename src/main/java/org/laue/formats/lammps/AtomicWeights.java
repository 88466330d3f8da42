package org.laue.formats.lammps;

import java.util.OptionalInt;

/**
 * Standard atomic weights (IUPAC 2021, abridged to the digits that tell elements apart), for files
 * that name masses and no elements.
 */
final class AtomicWeights {
  /** How far a mass may be off, as a fraction: people write 27, 63.55 and 55.85. */
  private static final double TOLERANCE = 0.0015;

  /** H to U; 0 where an element has no stable isotope. */
  private static final double[] WEIGHTS = {
    1.008, 4.0026, 6.94, 9.0122, 10.81, 12.011, 14.007, 15.999, 18.998, 20.180, 22.990, 24.305,
    26.982, 28.085, 30.974, 32.06, 35.45, 39.95, 39.098, 40.078, 44.956, 47.867, 50.942, 51.996,
    54.938, 55.845, 58.933, 58.693, 63.546, 65.38, 69.723, 72.630, 74.922, 78.971, 79.904, 83.798,
    85.468, 87.62, 88.906, 91.224, 92.906, 95.95, 0, 101.07, 102.91, 106.42, 107.87, 112.41, 114.82,
    118.71, 121.76, 127.60, 126.90, 131.29, 132.91, 137.33, 138.91, 140.12, 140.91, 144.24, 0,
    150.36, 151.96, 157.25, 158.93, 162.50, 164.93, 167.26, 168.93, 173.05, 174.97, 178.49, 180.95,
    183.84, 186.21, 190.23, 192.22, 195.08, 196.97, 200.59, 204.38, 207.2, 208.98, 0, 0, 0, 0, 0, 0,
    232.04, 231.04, 238.03
  };

  private AtomicWeights() {}

  /** Atomic number of the element whose weight is nearest, or empty where none is near. */
  static OptionalInt element(double mass) {
    int best = 0;
    double least = TOLERANCE;
    for (int z = 1; z <= WEIGHTS.length; z++) {
      double off = Math.abs(mass - WEIGHTS[z - 1]) / mass;
      if (off <= least) {
        least = off;
        best = z;
      }
    }
    return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
