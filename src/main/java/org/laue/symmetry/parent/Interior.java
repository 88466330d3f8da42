package org.laue.symmetry.parent;

import java.util.HashSet;
import java.util.Set;
import org.laue.StoppedException;
import org.laue.structure.Cluster;
import org.laue.structure.Matrix3;

/**
 * The places of a parent's sites inside a cluster and how many of them are occupied. Near the
 * surface a missing atom is no vacancy, so only places count that have atoms all around: the mean
 * of the vectors to the atoms nearby is short, and they are no fewer than about the middle.
 */
final class Interior {
  /** Radius of the surroundings, in bond lengths. */
  private static final double RADIUS = 2.2;

  /** Longest mean of the vectors to the atoms around, in radii. */
  private static final double BALANCED = 0.2;

  /** Least number of atoms around, as a share of that about the place with most. */
  private static final double SURROUNDED = 0.6;

  private final double[] atoms;
  private final FoldedSites sites;
  private final double radius;
  private final Set<Long> occupied = new HashSet<>();
  private final int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
  private final int[] high = {Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};

  Interior(Cluster cluster, FoldedSites sites, double bond) {
    this.atoms = cluster.cartesian();
    this.sites = sites;
    this.radius = RADIUS * bond;
    double[] cells = sites.cellsOfAtoms();
    for (int atom = 0; atom < cluster.atomCount(); atom++) {
      if (sites.siteOf[atom] >= 0) {
        for (int i = 0; i < 3; i++) {
          low[i] = Math.min(low[i], (int) cells[3 * atom + i]);
          high[i] = Math.max(high[i], (int) cells[3 * atom + i]);
        }
      }
    }
    for (int atom = 0; atom < cluster.atomCount(); atom++) {
      if (sites.siteOf[atom] >= 0) {
        occupied.add(
            key(
                sites.siteOf[atom],
                (int) cells[3 * atom],
                (int) cells[3 * atom + 1],
                (int) cells[3 * atom + 2]));
      }
    }
  }

  private long key(int site, int i, int j, int k) {
    long cell = (long) (i - low[0]) * (high[1] - low[1] + 1) + (j - low[1]);
    return (cell * (high[2] - low[2] + 1) + (k - low[2])) * sites.siteCount() + site;
  }

  /** Share of the places inside that are occupied; 1 where there is no inside. */
  double occupancy() {
    int[] around = new int[places()];
    boolean[] filled = new boolean[around.length];
    int most = 0;
    int next = 0;
    for (int i = low[0]; i <= high[0]; i++) {
      StoppedException.ifInterrupted();
      for (int j = low[1]; j <= high[1]; j++) {
        for (int k = low[2]; k <= high[2]; k++) {
          for (int site = 0; site < sites.siteCount(); site++, next++) {
            around[next] = around(sites.place(site, i, j, k));
            filled[next] = occupied.contains(key(site, i, j, k));
            most = Math.max(most, around[next]);
          }
        }
      }
    }
    int inside = 0;
    int full = 0;
    for (int place = 0; place < around.length; place++) {
      if (around[place] > SURROUNDED * most) {
        inside++;
        full += filled[place] ? 1 : 0;
      }
    }
    return inside == 0 ? 1 : (double) full / inside;
  }

  private int places() {
    return (high[0] - low[0] + 1)
        * (high[1] - low[1] + 1)
        * (high[2] - low[2] + 1)
        * sites.siteCount();
  }

  /** Number of atoms around a place, or 0 if they are on one side of it. */
  private int around(double[] place) {
    double[] sum = new double[3];
    int count = 0;
    for (int at = 0; at < atoms.length; at += 3) {
      double x = atoms[at] - place[0];
      double y = atoms[at + 1] - place[1];
      double z = atoms[at + 2] - place[2];
      if (x * x + y * y + z * z < radius * radius) {
        sum[0] += x;
        sum[1] += y;
        sum[2] += z;
        count++;
      }
    }
    double longest = BALANCED * radius * count;
    return Matrix3.dot(sum, sum) < longest * longest ? count : 0;
  }
}
