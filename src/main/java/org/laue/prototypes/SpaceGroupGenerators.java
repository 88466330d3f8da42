package org.laue.prototypes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.laue.structure.SymmetryOperation;

/**
 * Generators of the eight space groups, as in the International Tables A, standard setting (141 and
 * 227: origin choice 2, 166: hexagonal axes), and the orbits of points under them.
 */
final class SpaceGroupGenerators {
  /** Points closer than this in each fractional coordinate are one. */
  private static final double SAME = 1e-6;

  private static final Map<Integer, List<SymmetryOperation>> GENERATORS =
      Map.of(
          139,
          operations("x+1/2,y+1/2,z+1/2", "-x,-y,z", "-y,x,z", "-x,y,-z", "-x,-y,-z"),
          141,
          operations(
              "x+1/2,y+1/2,z+1/2",
              "-x+1/2,-y,z+1/2",
              "-y+1/4,x+3/4,z+1/4",
              "-x+1/2,y,-z+1/2",
              "-x,-y,-z"),
          166,
          operations("x+2/3,y+1/3,z+1/3", "-y,x-y,z", "y,x,-z", "-x,-y,-z"),
          194,
          operations("-y,x-y,z", "-x,-y,z+1/2", "y,x,-z", "-x,-y,-z"),
          221,
          operations("-x,-y,z", "-x,y,-z", "z,x,y", "y,x,-z", "-x,-y,-z"),
          225,
          operations(
              "x,y+1/2,z+1/2",
              "x+1/2,y,z+1/2",
              "-x,-y,z",
              "-x,y,-z",
              "z,x,y",
              "y,x,-z",
              "-x,-y,-z"),
          227,
          operations(
              "x,y+1/2,z+1/2",
              "x+1/2,y,z+1/2",
              "-x+3/4,-y+1/4,z+1/2",
              "-x+1/4,y+1/2,-z+3/4",
              "z,x,y",
              "y+3/4,x+1/4,-z+1/2",
              "-x,-y,-z"),
          229,
          operations("x+1/2,y+1/2,z+1/2", "-x,-y,z", "-x,y,-z", "z,x,y", "y,x,-z", "-x,-y,-z"));

  private SpaceGroupGenerators() {}

  private static List<SymmetryOperation> operations(String... texts) {
    return Arrays.stream(texts).map(SymmetryOperation::parse).toList();
  }

  /** Generators of one of the eight groups. */
  static List<SymmetryOperation> of(int spaceGroup) {
    return GENERATORS.get(spaceGroup);
  }

  /**
   * All points that a group makes of one, each [3] in [0, 1), the given point first.
   *
   * @param generators some operations that make all others
   */
  static List<double[]> orbit(List<SymmetryOperation> generators, double[] point) {
    List<double[]> orbit = new ArrayList<>();
    orbit.add(point);
    for (int next = 0; next < orbit.size(); next++) {
      double[] p = orbit.get(next);
      for (SymmetryOperation generator : generators) {
        double[] image = wrapped(generator.apply(p));
        if (orbit.stream().noneMatch(known -> same(known, image))) {
          orbit.add(image);
        }
      }
    }
    return orbit;
  }

  private static double[] wrapped(double[] point) {
    for (int axis = 0; axis < 3; axis++) {
      point[axis] -= Math.floor(point[axis]);
    }
    return point;
  }

  private static boolean same(double[] p, double[] q) {
    for (int axis = 0; axis < 3; axis++) {
      double d = p[axis] - q[axis];
      if (Math.abs(d - Math.rint(d)) > SAME) {
        return false;
      }
    }
    return true;
  }
}
