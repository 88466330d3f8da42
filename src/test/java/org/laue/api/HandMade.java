package org.laue.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** A dozen crystals as textbooks have them (R. W. G. Wyckoff, Crystal Structures). */
final class HandMade {
  static final Map<String, Known> CRYSTALS = new LinkedHashMap<>();

  private static final String F = "0 0 0, 0 .5 .5, .5 0 .5, .5 .5 0";
  private static final String F_SHIFTED = ".5 0 0, 0 .5 0, 0 0 .5, .5 .5 .5";
  private static final String F_QUARTER = ".25 .25 .25, .25 .75 .75, .75 .25 .75, .75 .75 .25";

  static {
    add("Cu", "cubic", true, cell(3.61, 3.61, 3.61, 90, 90), "Cu " + F);
    add("Fe", "cubic", true, cell(2.87, 2.87, 2.87, 90, 90), "Fe 0 0 0, .5 .5 .5");
    add(
        "Mg",
        "hexagonal",
        true,
        cell(3.21, 3.21, 5.21, 90, 120),
        "Mg .333333 .666667 .25, .666667 .333333 .75");
    add("In", "tetragonal", true, cell(3.25, 3.25, 4.95, 90, 90), "In 0 0 0, .5 .5 .5");
    add(
        "U",
        "orthorhombic",
        true,
        cell(2.854, 5.87, 4.955, 90, 90),
        "U 0 .1025 .25, 0 .8975 .75, .5 .6025 .25, .5 .3975 .75");
    add("NaCl", "cubic", false, cell(5.64, 5.64, 5.64, 90, 90), "Na " + F, "Cl " + F_SHIFTED);
    add("MgO", "cubic", false, cell(4.21, 4.21, 4.21, 90, 90), "Mg " + F, "O " + F_SHIFTED);
    add("Si", "cubic", false, cell(5.43, 5.43, 5.43, 90, 90), "Si " + F + ", " + F_QUARTER);
    add(
        "TiO2",
        "tetragonal",
        false,
        cell(4.594, 4.594, 2.959, 90, 90),
        "Ti 0 0 0, .5 .5 .5",
        "O .305 .305 0, .695 .695 0, .195 .805 .5, .805 .195 .5");
    add(
        "ZnO",
        "hexagonal",
        false,
        cell(3.25, 3.25, 5.2, 90, 120),
        "Zn .333333 .666667 0, .666667 .333333 .5",
        "O .333333 .666667 .382, .666667 .333333 .882");
    add(
        "CdI2",
        "trigonal",
        false,
        cell(4.24, 4.24, 6.84, 90, 120),
        "Cd 0 0 0",
        "I .333333 .666667 .249, .666667 .333333 .751");
    add(
        "ZrO2",
        "monoclinic",
        false,
        cell(5.15, 5.21, 5.31, 99.2, 90),
        "Zr " + p21c(.276, .041, .208),
        "O " + p21c(.07, .332, .345) + ", " + p21c(.449, .757, .479));
  }

  /**
   * A crystal.
   *
   * @param system the crystal system
   * @param metal whether it conducts
   */
  record Known(Crystal atoms, String system, boolean metal) {}

  private HandMade() {}

  private static Lattice cell(double a, double b, double c, double beta, double gamma) {
    return Lattice.ofParameters(a, b, c, 90, beta, gamma);
  }

  /** The general position of P2_1/c. */
  private static String p21c(double x, double y, double z) {
    return "%s %s %s, %s %s %s, %s %s %s, %s %s %s"
        .formatted(x, y, z, -x, .5 + y, .5 - z, -x, -y, -z, x, .5 - y, .5 + z);
  }

  /** Each text is a symbol and the sites that it occupies. */
  private static void add(
      String name, String system, boolean metal, Lattice lattice, String... occupied) {
    StringBuilder sites = new StringBuilder();
    StringBuilder symbols = new StringBuilder();
    for (String text : occupied) {
      String[] parts = text.split(" ", 2);
      for (String site : parts[1].split(", ")) {
        sites.append(site).append(' ');
        symbols.append(parts[0]).append(' ');
      }
    }
    int[] numbers =
        Arrays.stream(symbols.toString().split(" "))
            .mapToInt(symbol -> Element.ofSymbol(symbol).atomicNumber())
            .toArray();
    double[] fractional =
        Arrays.stream(sites.toString().split(" ")).mapToDouble(Double::parseDouble).toArray();
    CRYSTALS.put(name, new Known(Crystal.of(lattice, numbers, fractional), system, metal));
  }
}
