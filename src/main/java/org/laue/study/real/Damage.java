package org.laue.study.real;

import java.util.ArrayList;
import java.util.List;
import org.laue.StableRandom;
import org.laue.defects.DefectSpec;
import org.laue.defects.Seeds;
import org.laue.descriptors.image.BondLength;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.structure.RandomRotation;

/**
 * What a set does to a crystal before it is asked about: repeated, broken, or a ball cut from the
 * broken crystal and turned at random.
 */
public final class Damage {
  private final RealSet set;
  private final long seed;
  private final DefectSpec defect;

  /**
   * @param id of the structure, by which its random numbers are its own
   */
  public Damage(RealSet set, String id) {
    this.set = set;
    this.defect =
        set.defect().isEmpty() ? DefectSpec.PRISTINE : DefectSpec.parse(set.defect(), set.name());
    this.seed = Seeds.of(set.seed(), id, defect, 0);
  }

  /** Whether a set leaves its structures as they are. */
  public static boolean isNone(RealSet set) {
    return set.atoms() == 0 && set.ball() == 0 && set.defect().isEmpty();
  }

  /** The crystal as the set wants it. */
  public Atoms of(Crystal cell) {
    return set.ball() == 0 ? broken(repeated(cell, set.atoms())) : ball(cell);
  }

  private Crystal broken(Crystal cell) {
    double nearest = defect.needsNearestNeighbour() ? BondLength.FIRST_SHELL.of(cell) : Double.NaN;
    return set.defect().isEmpty() ? cell : defect.apply(cell, seed, nearest);
  }

  /** The atoms within the radius that holds as many sites as asked for, about a random place. */
  private Cluster ball(Crystal cell) {
    double volume = set.ball() * cell.lattice().volume() / cell.atomCount();
    double radius = Math.cbrt(3 * volume / (4 * Math.PI));
    double[] heights = cell.lattice().heights();
    Crystal whole =
        broken(
            cell.supercell(
                times(radius, heights[0]), times(radius, heights[1]), times(radius, heights[2])));
    StableRandom random = new StableRandom(seed);
    double[] middle = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    double[] turn = RandomRotation.draw(random);
    List<Integer> numbers = new ArrayList<>();
    List<Double> positions = new ArrayList<>();
    for (int atom = 0; atom < whole.atomCount(); atom++) {
      double[] d = new double[3];
      for (int i = 0; i < 3; i++) {
        double difference = whole.fractional(atom, i) - middle[i];
        d[i] = difference - Math.rint(difference);
      }
      double[] x = whole.lattice().toCartesian(d);
      if (Matrix3.dot(x, x) <= radius * radius) {
        numbers.add(whole.atomicNumber(atom));
        for (double component : Matrix3.apply(turn, x)) {
          positions.add(component);
        }
      }
    }
    return Cluster.of(
        numbers.stream().mapToInt(Integer::intValue).toArray(),
        positions.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Cells of this height in which a ball has no image of itself within two angstrom. */
  private static int times(double radius, double height) {
    return (int) Math.ceil((2 * radius + 2) / height);
  }

  /** Repeated along whatever is the shortest edge, until there are enough atoms. */
  private static Crystal repeated(Crystal cell, int atoms) {
    double[] lengths = cell.lattice().lengths();
    int[] times = {1, 1, 1};
    while ((long) times[0] * times[1] * times[2] * cell.atomCount() < atoms) {
      int shortest = 0;
      for (int axis = 1; axis < 3; axis++) {
        if (times[axis] * lengths[axis] < times[shortest] * lengths[shortest]) {
          shortest = axis;
        }
      }
      times[shortest]++;
    }
    return cell.supercell(times[0], times[1], times[2]);
  }
}
