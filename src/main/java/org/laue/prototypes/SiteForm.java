package org.laue.prototypes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laue.structure.CoordinateTriplet;

/** A site of a type as an equation: offset + sum of directions times free parameters. */
final class SiteForm {
  /** Coordinates this close, in cell edges, are equal. */
  static final double SAME = 1e-4;

  /** A step that shows a direction, whose product with small whole numbers is exact. */
  private static final double STEP = 1.0 / 64;

  private final double[] offset;
  private final List<FreeParameter> parameters;
  private final int[][] directions;

  SiteForm(Prototype.Site site, List<FreeParameter> ofType) {
    CoordinateTriplet triplet = CoordinateTriplet.parse(site.triplet());
    parameters = ofType.stream().filter(p -> triplet.names().contains(p.name())).toList();
    Map<String, Double> values = new HashMap<>();
    triplet.names().forEach(name -> values.put(name, 0.0));
    offset = triplet.evaluate(values);
    directions = new int[parameters.size()][3];
    for (int i = 0; i < directions.length; i++) {
      values.put(parameters.get(i).name(), STEP);
      double[] moved = triplet.evaluate(values);
      values.put(parameters.get(i).name(), 0.0);
      for (int axis = 0; axis < 3; axis++) {
        directions[i][axis] = (int) Math.rint(nearest(moved[axis] - offset[axis]) / STEP);
      }
    }
  }

  /** The coordinate along the third axis where all parameters are zero. */
  double height() {
    return offset[2];
  }

  /**
   * Whether a point, up to whole cell edges, is on the site with its parameters in their ranges.
   */
  boolean holds(double[] point) {
    double[] rest = {point[0] - offset[0], point[1] - offset[1], point[2] - offset[2]};
    for (int i = 0; i < directions.length; i++) {
      FreeParameter parameter = parameters.get(i);
      int axis = axisOf(i);
      double value = directions[i][axis] * (point[axis] - offset[axis]);
      double centre = (parameter.low() + parameter.high()) / 2;
      value = centre + nearest(value - centre);
      if (!parameter.holds(value)) {
        return false;
      }
      for (int k = 0; k < 3; k++) {
        rest[k] -= directions[i][k] * value;
      }
    }
    return Math.abs(nearest(rest[0])) < SAME
        && Math.abs(nearest(rest[1])) < SAME
        && Math.abs(nearest(rest[2])) < SAME;
  }

  /** An axis along which a parameter alone moves the point, by itself or its negative. */
  private int axisOf(int parameter) {
    for (int axis = 0; axis < 3; axis++) {
      int moving = 0;
      for (int[] direction : directions) {
        moving += direction[axis] == 0 ? 0 : 1;
      }
      if (moving == 1 && Math.abs(directions[parameter][axis]) == 1) {
        return axis;
      }
    }
    throw new IllegalStateException("No axis shows " + parameters.get(parameter));
  }

  /** A difference without whole cell edges. */
  static double nearest(double difference) {
    return difference - Math.rint(difference);
  }
}
