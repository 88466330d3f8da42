package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.laue.UserException;
import org.laue.structure.Lattice;

/**
 * One row of a CIF's atom sites.
 *
 * @param x fractional coordinate along a; y along b, z along c
 */
record CifSite(String label, int atomicNumber, double x, double y, double z) {
  /** How far an occupancy may be from 1 and still be a rounding. */
  private static final double ROUNDING = 1e-3;

  /** All sites of a block, each fully occupied and in a known place. */
  static List<CifSite> all(CifBlock block, Lattice lattice) {
    boolean fractional = block.has("_atom_site_fract_x");
    String kind = fractional ? "_atom_site_fract_" : "_atom_site_cartn_";
    if (!fractional && block.hasAny("_atom_sites_cartn_tran_matrix")) {
      throw new UserException(
          "Cartesian sites with axes of their own are not read; write _atom_site_fract_x, y, z");
    }
    int rows = block.column(kind + "x").size();
    if (rows == 0) {
      throw new UserException("No atom sites (_atom_site_fract_x, y, z); is the file cut off?");
    }
    CifElements elements = new CifElements(block.value("_chemical_formula_sum"));
    List<CifSite> sites = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      if (isDummy(block, row)) {
        continue;
      }
      String label = label(block, row);
      refuseDisorder(block, label, row);
      double[] x = position(block, kind, label, row);
      int element = elements.atomicNumber(cell(block, "_atom_site_type_symbol", row), label);
      double[] f = fractional ? x : lattice.toFractional(x);
      sites.add(new CifSite(label, element, f[0], f[1], f[2]));
    }
    return sites;
  }

  /** Labels of the places that a block lists among its sites but calls dummies. */
  static List<String> dummies(CifBlock block) {
    return IntStream.range(0, block.column("_atom_site_calc_flag").size())
        .filter(row -> isDummy(block, row))
        .mapToObj(row -> label(block, row))
        .toList();
  }

  private static boolean isDummy(CifBlock block, int row) {
    return "dum".equals(cell(block, "_atom_site_calc_flag", row));
  }

  private static String cell(CifBlock block, String tag, int row) {
    List<String> column = block.column(tag);
    return row < column.size() ? column.get(row) : null;
  }

  private static String label(CifBlock block, int row) {
    String label = cell(block, "_atom_site_label", row);
    label = label == null ? cell(block, "_atom_site_id", row) : label;
    label = label == null ? cell(block, "_atom_site_type_symbol", row) : label;
    return label == null ? "number " + (row + 1) : label;
  }

  private static double[] position(CifBlock block, String kind, String label, int row) {
    double[] position = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      String text = cell(block, kind + "xyz".charAt(axis), row);
      if (text == null) {
        throw new UserException(
            "Site " + label + " has no coordinate " + "xyz".charAt(axis) + "; give it or drop it");
      }
      position[axis] = CifNumber.parse(text, "Coordinate " + "xyz".charAt(axis) + " of " + label);
    }
    return position;
  }

  private static void refuseDisorder(CifBlock block, String label, int row) {
    String occupancy = cell(block, "_atom_site_occupancy", row);
    if (occupancy != null
        && Math.abs(CifNumber.parse(occupancy, "Occupancy of " + label) - 1) > ROUNDING) {
      throw new UserException(
          "Partial occupancy "
              + occupancy
              + " at site "
              + label
              + "; only fully ordered structures are read");
    }
    String group = cell(block, "_atom_site_disorder_group", row);
    if (group != null && !group.isBlank() && !group.equals("0")) {
      throw new UserException(
          "Disorder group "
              + group
              + " at site "
              + label
              + "; only fully ordered structures are read, keep one of the alternatives");
    }
  }
}
