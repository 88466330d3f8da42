package org.laue.symmetry;

import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** A primitive cell whose space group is known. */
public record Prototype(String name, int spaceGroup, Crystal primitive) {

  /**
   * One or more prototypes of each of the seven classes, nearest neighbours 2.4 to 3.7 angstrom.
   */
  public static List<Prototype> elements() {
    return List.of(
        fcc("Cu", 29, 3.61),
        bcc("W", 74, 3.16),
        cubic("Po", 84, 3.34),
        diamond("Si", 14, 5.43),
        hexagonal("Mg hcp", 194, 12, 3.21, 5.21, 1 / 3., 2 / 3., .25, 2 / 3., 1 / 3., .75),
        hexagonal(
            "La dhcp", 194, 57, 3.77, 12.14, 0, 0, 0, 0, 0, .5, 1 / 3., 2 / 3., .25, 2 / 3., 1 / 3.,
            .75),
        rhombohedral("As", 166, 33, 3.76, 10.55, .2271, -.2271),
        rhombohedral("Sm", 166, 62, 3.62, 26.25, 0, 2 / 9., -2 / 9.),
        rhombohedral("Hg", 166, 80, 3.46, 6.68, 0),
        bodyCentredTetragonal("In", 139, 49, 3.25, 4.95, 0, 0, 0),
        bodyCentredTetragonal("Pa", 139, 91, 3.93, 3.24, 0, 0, 0),
        bodyCentredTetragonal("Sn beta", 141, 50, 5.83, 3.18, 0, 0, 0, 0, .5, .25));
  }

  public static List<Prototype> compounds() {
    int[] csCl = {55, 17};
    Lattice cube = cube(4.12);
    double a = 3.75;
    return List.of(
        new Prototype("CsCl", 221, Crystal.of(cube, csCl, new double[] {0, 0, 0, .5, .5, .5})),
        new Prototype(
            "Cu3Au",
            221,
            Crystal.of(
                cube(a),
                new int[] {79, 29, 29, 29},
                new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0})),
        new Prototype(
            "NaCl",
            225,
            Crystal.of(fccLattice(5.64), new int[] {11, 17}, new double[] {0, 0, 0, .5, .5, .5})),
        new Prototype(
            "ZrNiSn",
            216,
            Crystal.of(
                fccLattice(6.11),
                new int[] {40, 28, 50},
                new double[] {0, 0, 0, .25, .25, .25, .5, .5, .5})),
        new Prototype(
            "SrTiO3",
            221,
            Crystal.of(
                cube(3.905),
                new int[] {38, 22, 8, 8, 8},
                new double[] {0, 0, 0, .5, .5, .5, .5, .5, 0, .5, 0, .5, 0, .5, .5})));
  }

  public static Prototype fcc(String name, int z, double a) {
    return new Prototype(name, 225, of(z, fccLattice(a), 0, 0, 0));
  }

  public static Prototype bcc(String name, int z, double a) {
    double h = a / 2;
    return new Prototype(name, 229, of(z, Lattice.ofRows(-h, h, h, h, -h, h, h, h, -h), 0, 0, 0));
  }

  public static Prototype cubic(String name, int z, double a) {
    return new Prototype(name, 221, of(z, cube(a), 0, 0, 0));
  }

  public static Prototype diamond(String name, int z, double a) {
    return new Prototype(name, 227, of(z, fccLattice(a), 0, 0, 0, .25, .25, .25));
  }

  public static Prototype hexagonal(
      String name, int group, int z, double a, double c, double... fractional) {
    return new Prototype(
        name, group, of(z, Lattice.ofParameters(a, a, c, 90, 90, 120), fractional));
  }

  /**
   * @param zs coordinates along the threefold axis, shares of the hexagonal c
   */
  public static Prototype rhombohedral(
      String name, int group, int z, double a, double c, double... zs) {
    double s = a / Math.sqrt(3);
    Lattice lattice = Lattice.ofRows(a / 2, s / 2, c / 3, -a / 2, s / 2, c / 3, 0, -s, c / 3);
    double[] fractional = new double[3 * zs.length];
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] = zs[i / 3];
    }
    return new Prototype(name, group, of(z, lattice, fractional));
  }

  /**
   * @param conventional positions in the conventional cell, one per lattice point
   */
  public static Prototype bodyCentredTetragonal(
      String name, int group, int z, double a, double c, double... conventional) {
    double h = a / 2;
    Lattice primitive = Lattice.ofRows(-h, h, c / 2, h, -h, c / 2, h, h, -c / 2);
    double[] cartesian = Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, c).toCartesian(conventional);
    return new Prototype(name, group, of(z, primitive, primitive.toFractional(cartesian)));
  }

  private static Crystal of(int z, Lattice lattice, double... fractional) {
    int[] numbers = new int[fractional.length / 3];
    java.util.Arrays.fill(numbers, z);
    return Crystal.of(lattice, numbers, fractional);
  }

  private static Lattice cube(double a) {
    return Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, a);
  }

  private static Lattice fccLattice(double a) {
    return Lattice.ofRows(0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0);
  }

  @Override
  public String toString() {
    return name;
  }
}
