package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.List;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.Overlaps;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.SymmetryOperation;

/**
 * All atoms that the sites of a block stand for under some operations. A site that lies on an image
 * of an earlier one of its element has been listed again; such copies are taken once.
 */
final class CifExpansion {
  /** Copies of one atom are as close as coordinates of few digits put them, angstrom. */
  private static final double COPY = CifSymmetry.SAME_SITE_ANGSTROM;

  private final Lattice lattice;
  private final List<SymmetryOperation> operations;
  private final AtomList atoms;
  private final List<String> labels = new ArrayList<>();
  private final int[] images;
  private int copies;

  private CifExpansion(
      Lattice lattice, List<SymmetryOperation> operations, AtomList atoms, int siteCount) {
    this.lattice = lattice;
    this.operations = operations;
    this.atoms = atoms;
    this.images = new int[siteCount];
  }

  static CifExpansion of(
      Lattice lattice, List<SymmetryOperation> operations, List<CifSite> sites, ReadLimits limits) {
    CifSymmetry symmetry = new CifSymmetry(lattice, operations);
    CifExpansion whole = new CifExpansion(lattice, operations, new AtomList(limits), sites.size());
    whole.add(sites, symmetry, false);
    if (operations.size() == 1 || !whole.hasCopies()) {
      return whole;
    }
    CifExpansion once = new CifExpansion(lattice, operations, new AtomList(limits), sites.size());
    once.add(sites, symmetry, true);
    return once;
  }

  private void add(List<CifSite> sites, CifSymmetry symmetry, boolean withoutCopies) {
    for (int i = 0; i < sites.size(); i++) {
      CifSite site = sites.get(i);
      List<double[]> all = symmetry.images(new double[] {site.x(), site.y(), site.z()});
      images[i] = all.size();
      if (withoutCopies && isThere(site.atomicNumber(), all.get(0))) {
        copies++;
        continue;
      }
      for (double[] image : all) {
        atoms.add(site.atomicNumber(), image[0], image[1], image[2]);
        labels.add(site.label());
      }
    }
  }

  private boolean hasCopies() {
    return Overlaps.anyWithin(unchecked(), COPY);
  }

  private boolean isThere(int atomicNumber, double[] position) {
    for (int atom = 0; atom < atoms.size(); atom++) {
      if (atoms.number(atom) == atomicNumber && distance(atom, position) < COPY) {
        return true;
      }
    }
    return false;
  }

  private double distance(int atom, double[] position) {
    double[] other = atoms.position(atom);
    double[] d = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      d[axis] = other[axis] - position[axis];
      d[axis] -= Math.rint(d[axis]);
    }
    double[] x = lattice.toCartesian(d);
    return Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  }

  List<SymmetryOperation> operations() {
    return operations;
  }

  /** Sites that were listed again. */
  int copies() {
    return copies;
  }

  int atomCount() {
    return atoms.size();
  }

  /** As they are, also if two atoms are on one place. */
  Crystal unchecked() {
    return Crystal.of(lattice, atoms.numbers(), atoms.positions());
  }

  String formula() {
    return unchecked().formula();
  }

  CifContents.Verdict verdict(CifContents contents) {
    return contents.of(atoms.numbers(), images);
  }

  /** Whether another expansion has the same atoms. */
  boolean isSameAs(CifExpansion other) {
    if (atoms.size() != other.atoms.size()) {
      return false;
    }
    for (int atom = 0; atom < other.atoms.size(); atom++) {
      if (!isThere(other.atoms.number(atom), other.atoms.position(atom))) {
        return false;
      }
    }
    return true;
  }

  /**
   * @throws UserException if two atoms are on one place
   */
  Crystal crystal() {
    return atoms.crystalOfFractional(lattice, labels::get);
  }
}
