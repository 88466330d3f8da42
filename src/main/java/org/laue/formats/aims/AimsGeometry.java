package org.laue.formats.aims;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.Fields;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Atoms;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** What the lines of one {@code geometry.in} say; lattice vectors may follow the atoms. */
final class AimsGeometry {
  /** Settings of a calculation that move no atom. */
  static final Set<String> PASSED_OVER =
      Set.of(
          "initial_moment",
          "initial_charge",
          "constrain_relaxation",
          "velocity",
          "trust_radius",
          "hessian_block",
          "hessian_block_lv",
          "hessian_block_lv_atom",
          "hessian_file",
          "homogeneous_field",
          "multipole",
          "empty",
          "set_vacuum_level",
          "calculate_friction",
          "symmetry_n_params",
          "symmetry_params",
          "symmetry_lv",
          "symmetry_frac",
          "symmetry_frac_change_threshold",
          "verbatim_writeout",
          "magnetic_response",
          "magnetic_moment",
          "nuclear_spin",
          "isotope",
          "RT_TDDFT_initial_velocity");

  private final double[] vectors = new double[9];
  private int vectorCount;
  private final AtomList atoms;
  private final BitSet fractional = new BitSet();

  AimsGeometry(ReadLimits limits) {
    atoms = new AtomList(limits);
  }

  void add(String line) {
    int comment = line.indexOf('#');
    List<String> words = Fields.of(comment < 0 ? line : line.substring(0, comment));
    if (words.isEmpty()) {
      return;
    }
    switch (words.get(0)) {
      case "lattice_vector" -> addVector(words);
      case "atom" -> addAtom(words, false);
      case "atom_frac" -> addAtom(words, true);
      case "initial_moment", "initial_charge" -> requireNumber(words);
      default -> {
        if (!PASSED_OVER.contains(words.get(0))) {
          throw new UserException(
              "Unknown keyword "
                  + LineSource.shown(words.get(0))
                  + "; expected atom, atom_frac or lattice_vector");
        }
      }
    }
  }

  /** An atom that stands in the same line would be lost. */
  private static void requireNumber(List<String> words) {
    if (words.size() != 2 || !Numbers.isNumber(words.get(1))) {
      throw new UserException(
          words.get(0) + " needs one number, was " + LineSource.shown(String.join(" ", words)));
    }
  }

  private void addVector(List<String> words) {
    if (vectorCount == 3) {
      throw new UserException("A fourth lattice_vector");
    }
    System.arraycopy(Fields.vector(words, 1, "lattice_vector"), 0, vectors, 3 * vectorCount, 3);
    vectorCount++;
  }

  private void addAtom(List<String> words, boolean isFractional) {
    if (words.size() < 5) {
      throw new UserException(
          words.get(0) + " needs 3 coordinates and a species, was " + String.join(" ", words));
    }
    double[] x = Fields.vector(words, 1, "Coordinate");
    fractional.set(atoms.size(), isFractional);
    atoms.add(symbol(words.get(4)), x[0], x[1], x[2]);
  }

  /** Species are names of the user's choice: {@code Fe}, {@code Fe_up}, {@code Fe1}. */
  private static String symbol(String species) {
    String letters = species.replaceFirst("[^A-Za-z].*", "");
    return Element.find(letters).map(Element::symbol).orElseThrow(() -> AtomList.unknown(species));
  }

  /** The crystal or cluster, once all lines are added. */
  Atoms atoms() {
    if (vectorCount == 3) {
      return crystal();
    }
    if (vectorCount > 0) {
      throw new UserException(
          vectorCount + " lattice_vector lines; a crystal needs 3 and a cluster none");
    }
    if (!fractional.isEmpty()) {
      throw new UserException("atom_frac needs three lattice_vector lines, were none");
    }
    return atoms.cluster(Optional.empty());
  }

  private Atoms crystal() {
    Lattice lattice = Lattice.ofRows(vectors);
    for (int i = 0; i < atoms.size(); i++) {
      if (!fractional.get(i)) {
        atoms.move(i, lattice.toFractional(atoms.position(i)));
      }
    }
    return atoms.crystalOfFractional(lattice);
  }
}
