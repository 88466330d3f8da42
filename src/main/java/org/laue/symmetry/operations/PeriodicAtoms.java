package org.laue.symmetry.operations;

import java.util.HashMap;
import java.util.Map;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * The atoms of one search: positions wrapped into the cell [0, 1), and what depends on them alone.
 */
public final class PeriodicAtoms {
  public final Lattice lattice;
  public final int[] species;
  public final double[] fractional;

  /** First atom of the least frequent species; all candidate translations are tried on it. */
  final int origin;

  PeriodicAtoms(Lattice lattice, int[] species, double[] fractional) {
    this.lattice = lattice;
    this.species = species;
    this.fractional = fractional;
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] = wrap(fractional[i]);
    }
    this.origin = firstOfLeastFrequent(species);
  }

  public static PeriodicAtoms of(Crystal crystal) {
    return new PeriodicAtoms(crystal.lattice(), crystal.atomicNumbers(), crystal.fractional());
  }

  public int count() {
    return species.length;
  }

  public static double wrap(double x) {
    double wrapped = x - Math.floor(x);
    return wrapped < 1 ? wrapped : 0;
  }

  private static int firstOfLeastFrequent(int[] species) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int s : species) {
      counts.merge(s, 1, Integer::sum);
    }
    if (counts.size() == 1) {
      return 0;
    }
    int best = 0;
    for (int i = 1; i < species.length; i++) {
      if (counts.get(species[i]) < counts.get(species[best])) {
        best = i;
      }
    }
    return best;
  }
}
