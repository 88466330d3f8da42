package org.laue.scan;

import java.io.Serializable;
import org.laue.UserException;

/**
 * What a scan may be told.
 *
 * @param step distance of the points where lattices are looked for, in spacings (cube root of the
 *     volume per atom)
 * @param leastEvidence smallest evidence of a lattice around a point, in nats; see {@link
 *     LocalLattice#evidence}
 * @param grainAngle neighbouring atoms turned against each other by less are of one grain, degrees
 * @param smallestGrain grains of fewer atoms get no number
 * @param threads 0 for one per processor
 */
public record ScanSettings(
    double step, double leastEvidence, double grainAngle, int smallestGrain, int threads)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final ScanSettings DEFAULT = new ScanSettings(2.2, 110, 4, 30, 0);

  public ScanSettings {
    if (!(step >= 0.5 && step <= 3)) {
      throw new UserException("Scan step must be 0.5 to 3 spacings, was " + step);
    }
    if (!(grainAngle > 0 && grainAngle < 45)) {
      throw new UserException("Grain angle must be 0 to 45 degrees, was " + grainAngle);
    }
    if (smallestGrain < 1 || threads < 0) {
      throw new UserException(
          "Smallest grain and threads must be positive, were " + smallestGrain + ", " + threads);
    }
  }

  public ScanSettings withThreads(int number) {
    return new ScanSettings(step, leastEvidence, grainAngle, smallestGrain, number);
  }
}
