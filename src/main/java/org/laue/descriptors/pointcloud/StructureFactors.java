package org.laue.descriptors.pointcloud;

import java.util.Arrays;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;

/**
 * Intensities |F|^2/V^2 of a crystal's reflections, {@code F(hkl) = sum_j f_j exp(2 pi i (h x_j + k
 * y_j + l z_j))}, without thermal, Lorentz or polarisation factor. The phases of an atom are powers
 * of three, so a reflection costs two complex products an atom; hkl and -h -k -l are equal
 * (Friedel).
 */
final class StructureFactors {
  private final int limit;
  private final int side;
  private final double[] reciprocal;
  private final double volume;
  private final double[] squared;

  /**
   * @param limit the largest |h|, |k|, |l|
   */
  StructureFactors(Crystal crystal, Radiation radiation, int limit) {
    this.limit = limit;
    this.side = 2 * limit + 1;
    this.reciprocal = Matrix3.transposed(crystal.lattice().inverseRows());
    this.volume = crystal.lattice().volume();
    this.squared = new double[side * side * side];
    sum(crystal, radiation);
  }

  /** g = h b1 + k b2 + l b3 [3], 1/angstrom; the length is 1/d. */
  double[] vector(int h, int k, int l) {
    double[] g = new double[3];
    for (int c = 0; c < 3; c++) {
      g[c] = h * reciprocal[c] + k * reciprocal[3 + c] + l * reciprocal[6 + c];
    }
    return g;
  }

  /** Of the cell, cubic angstrom. */
  double volume() {
    return volume;
  }

  /** |F|^2/V^2; of the origin (sum of all amplitudes at s = 0 over V)^2. */
  double intensity(int h, int k, int l) {
    return squared[index(h, k, l)];
  }

  private int index(int h, int k, int l) {
    return ((h + limit) * side + k + limit) * side + l + limit;
  }

  private void sum(Crystal crystal, Radiation radiation) {
    int atoms = crystal.atomCount();
    int[] species = Arrays.stream(crystal.atomicNumbers()).distinct().toArray();
    double[][] phases = phases(crystal);
    double[] amplitudes = new double[atoms];
    for (int h = 0; h <= limit; h++) {
      for (int k = h == 0 ? 0 : -limit; k <= limit; k++) {
        for (int l = h == 0 && k == 0 ? 0 : -limit; l <= limit; l++) {
          amplitudes(crystal, radiation, species, length2(h, k, l) / 4, amplitudes);
          double value = square(phases, amplitudes, h, k, l) / (volume * volume);
          squared[index(h, k, l)] = value;
          squared[index(-h, -k, -l)] = value;
        }
      }
    }
  }

  private double length2(int h, int k, int l) {
    double[] g = vector(h, k, l);
    return g[0] * g[0] + g[1] * g[1] + g[2] * g[2];
  }

  private static void amplitudes(
      Crystal crystal, Radiation radiation, int[] species, double s2, double[] amplitudes) {
    for (int element : species) {
      double amplitude = radiation.amplitude(element, s2);
      for (int atom = 0; atom < amplitudes.length; atom++) {
        if (crystal.atomicNumber(atom) == element) {
          amplitudes[atom] = amplitude;
        }
      }
    }
  }

  /** cos and sin of 2 pi n x for each atom, axis and n from -limit to limit. */
  private double[][] phases(Crystal crystal) {
    double[][] phases = new double[6][crystal.atomCount() * side];
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      for (int axis = 0; axis < 3; axis++) {
        double angle = 2 * Math.PI * crystal.fractional(atom, axis);
        for (int n = -limit; n <= limit; n++) {
          phases[2 * axis][atom * side + n + limit] = Math.cos(n * angle);
          phases[2 * axis + 1][atom * side + n + limit] = Math.sin(n * angle);
        }
      }
    }
    return phases;
  }

  private double square(double[][] phases, double[] amplitudes, int h, int k, int l) {
    double real = 0;
    double imaginary = 0;
    for (int atom = 0; atom < amplitudes.length; atom++) {
      int at = atom * side + limit;
      double cx = phases[0][at + h];
      double sx = phases[1][at + h];
      double cy = phases[2][at + k];
      double sy = phases[3][at + k];
      double c = cx * cy - sx * sy;
      double s = cx * sy + sx * cy;
      double cz = phases[4][at + l];
      double sz = phases[5][at + l];
      real += amplitudes[atom] * (c * cz - s * sz);
      imaginary += amplitudes[atom] * (c * sz + s * cz);
    }
    return real * real + imaginary * imaginary;
  }
}
