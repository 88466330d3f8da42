package org.laue.descriptors.image;

import java.util.Arrays;
import org.laue.structure.Atoms;
import org.laue.structure.Neighbours;

/**
 * Distances between the atoms of a cluster in ranges that are asked for one after the other, each
 * near the last: what was gathered for one range, and some more on either side, serves the next.
 * Every range comes in the same order, so sums over it do not depend on what was asked before.
 */
final class PairDistances {
  /** More than was asked for, on either side. */
  private static final double MARGIN = 1.12;

  private final Neighbours neighbours;
  private final double reach;

  /** All distances below {@link #known}, in the order of the atoms. */
  private double[] all = {};

  private double known;

  /** Those of {@link #all} from {@link #low} to {@link #high}. */
  private double[] near = {};

  private double low;
  private double high;

  /**
   * @param reach what all distances fall below, angstrom
   */
  PairDistances(Atoms atoms, double reach) {
    this.neighbours = Neighbours.within(atoms, reach);
    this.reach = reach;
  }

  /** All distances from {@code from} to {@code to} angstrom, and some beyond; not to be written. */
  double[] between(double from, double to) {
    if (from < low || to > high) {
      low = from / MARGIN;
      high = to * MARGIN;
      near = gathered();
    }
    return near;
  }

  private double[] gathered() {
    if (Math.min(high, reach) > known) {
      known = Math.min(high, reach);
      all = neighbours.distancesBelow(known);
    }
    double[] kept = new double[all.length];
    int count = 0;
    for (double distance : all) {
      kept[count] = distance;
      count += distance >= low && distance <= high ? 1 : 0;
    }
    return Arrays.copyOf(kept, count);
  }
}
