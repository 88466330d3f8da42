package org.laue.formats.cif;

import java.io.IOException;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Writers;
import org.laue.structure.Crystal;
import org.laue.structure.Element;

/**
 * Writes a CIF data block with all atoms in space group P 1. A CIF keeps no orientation: a is along
 * x and b in the xy plane when it is read again, and a left-handed cell is inverted first.
 */
public final class CifWriter {
  private CifWriter() {}

  public static void write(ParsedStructure structure, Appendable out) throws IOException {
    Crystal crystal = Writers.requireCrystal(structure, "CIF");
    out.append("data_").append(structure.name().replaceAll("[^A-Za-z0-9_.+-]+", "_")).append('\n');
    cell(crystal, out);
    out.append("_space_group_name_H-M_alt 'P 1'\n_space_group_IT_number 1\n");
    out.append("loop_\n_space_group_symop_operation_xyz\nx,y,z\n");
    out.append("loop_\n_atom_site_label\n_atom_site_type_symbol\n");
    out.append("_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n");
    int sign = crystal.lattice().determinant() < 0 ? -1 : 1;
    for (int i = 0; i < crystal.atomCount(); i++) {
      String symbol = Element.of(crystal.atomicNumber(i)).symbol();
      out.append(symbol).append(Integer.toString(i + 1)).append(' ').append(symbol);
      for (int axis = 0; axis < 3; axis++) {
        out.append(' ').append(Double.toString(sign * crystal.fractional(i, axis)));
      }
      out.append('\n');
    }
    out.append('\n');
  }

  private static void cell(Crystal crystal, Appendable out) throws IOException {
    double[] lengths = crystal.lattice().lengths();
    double[] angles = crystal.lattice().angles();
    String[] angleNames = {"alpha", "beta", "gamma"};
    for (int i = 0; i < 3; i++) {
      out.append("_cell_length_" + "abc".charAt(i) + " " + lengths[i] + "\n");
    }
    for (int i = 0; i < 3; i++) {
      out.append("_cell_angle_" + angleNames[i] + " " + angles[i] + "\n");
    }
  }
}
