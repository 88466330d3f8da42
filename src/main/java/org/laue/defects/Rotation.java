package org.laue.defects;

import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/**
 * No damage: the whole supercell turned about a random axis, as if its orientation had been found
 * wrongly by an angle.
 *
 * @param angleDegrees of the turn, at least 0
 */
public record Rotation(double angleDegrees) implements Defect {
  private static final long serialVersionUID = 1L;

  public Rotation {
    Levels.checkNotNegative("Rotation in degrees", angleDegrees);
  }

  @Override
  public DefectKind kind() {
    return DefectKind.ROTATION;
  }

  @Override
  public double level() {
    return angleDegrees;
  }

  @Override
  public Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom) {
    double z = random.nextDouble(-1, 1);
    double turn = random.nextDouble(0, 2 * Math.PI);
    double rho = Math.sqrt(1 - z * z);
    double[] matrix = matrix(rho * Math.cos(turn), rho * Math.sin(turn), z);
    double[] rows = Matrix3.multiply(supercell.lattice().rows(), Matrix3.transposed(matrix));
    return Crystal.of(Lattice.ofRows(rows), supercell.atomicNumbers(), supercell.fractional());
  }

  /** Of Rodrigues, about a unit vector. */
  private double[] matrix(double x, double y, double z) {
    double c = Math.cos(Math.toRadians(angleDegrees));
    double s = Math.sin(Math.toRadians(angleDegrees));
    double u = 1 - c;
    return new double[] {
      c + x * x * u,
      x * y * u - z * s,
      x * z * u + y * s,
      y * x * u + z * s,
      c + y * y * u,
      y * z * u - x * s,
      z * x * u - y * s,
      z * y * u + x * s,
      c + z * z * u
    };
  }
}
