package org.laue.prototypes;

import java.util.Arrays;
import org.laue.structure.Crystal;
import org.laue.structure.Neighbours;

/** How densely atoms sit, and from it how large a cell an element needs. */
final class Packing {
  /**
   * Nearest-neighbour distance over the cube root of the volume per atom below which sites are
   * wrong; atoms that are bonded as in a molecule stay above.
   */
  static final double CLOSEST = 0.2;

  /** Reach of the neighbour search, same unit; every crystal has neighbours closer than this. */
  private static final double REACH = 2;

  private Packing() {}

  /** Shortest distance between atoms over the cube root of the volume per atom: 1.12 for fcc. */
  static double relativeDistance(Crystal crystal) {
    double spacing = StrictMath.cbrt(crystal.lattice().volume() / crystal.atomCount());
    double[] nearest = Neighbours.nearestDistances(crystal, REACH * spacing);
    return Arrays.stream(nearest).min().orElseThrow() / spacing;
  }

  /**
   * Factor that brings a cell of edge 1 to the size expected of its elements.
   *
   * <p>Between two structures of one element neither the volume per atom v nor the bond length d
   * stays, but something between: v = v0 sqrt(p0 / p), p = d^3 / v, which gives diamond from fcc
   * silicon and back within 4 % in d. Of several elements each takes the volume of its own crystal
   * (Vegard): rough, but a structure type is not known by its size.
   */
  static double edge(Crystal shape) {
    int[] elements = shape.atomicNumbers();
    boolean alone = Arrays.stream(elements).distinct().count() == 1;
    double relative = relativeDistance(shape);
    if (relative < CLOSEST) {
      throw new IllegalStateException("atoms too close in " + shape + ": " + relative);
    }
    double volume =
        alone
            ? elements.length * ofElement(ElementSizes.of(elements[0]), relative)
            : Arrays.stream(elements).mapToDouble(z -> ElementSizes.of(z).volume()).sum();
    return StrictMath.cbrt(volume / shape.lattice().volume());
  }

  private static double ofElement(ElementSizes.Size size, double relative) {
    double packing = relative * relative * relative;
    return size.volume() * Math.sqrt(size.packing() / packing);
  }
}
