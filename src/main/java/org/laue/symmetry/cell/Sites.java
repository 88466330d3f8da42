package org.laue.symmetry.cell;

import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.SpaceGroupMatch;
import org.laue.symmetry.groups.TabulatedGroup;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;

/**
 * Wyckoff positions of the atoms of a primitive cell, and their positions with the symmetry of
 * their sites: the first atom of an orbit is put on the Wyckoff position of the right multiplicity
 * that lies nearest, and the others become its images.
 */
final class Sites {
  /** A site this close to a position, in angstrom, needs no look at further images. */
  private static final double EXACT = 1e-9;

  private final TabulatedGroup group;
  private final Orbits orbits;
  private final List<SymmetryOperation> operations;
  private final List<WyckoffPosition> positions;
  private final double[] metric;

  private Sites(SpaceGroupMatch match, Crystal primitive, double symprec) {
    this.group = TabulatedGroup.of(match.hallNumber());
    this.orbits = new Orbits(match, primitive, symprec);
    this.operations = group.operations();
    this.positions = WyckoffTable.of(group.setting().number());
    Lattice standard = match.standardLattice(primitive.lattice());
    this.metric = standard.metric();
  }

  /** One site for each atom of the primitive cell. */
  static List<Site> of(SpaceGroupMatch match, Crystal primitive, double symprec) {
    Sites sites = new Sites(match, primitive, symprec);
    List<Site> found = new ArrayList<>();
    for (int atom = 0; atom < primitive.atomCount(); atom++) {
      int first = sites.orbits.representative(atom);
      found.add(first == atom ? sites.site(atom) : sites.imageOf(found.get(first), atom));
    }
    return found;
  }

  private Site site(int atom) {
    double[] x = orbits.standard(atom);
    int multiplicity = orbits.size(atom) * group.centring().multiplicity();
    List<WyckoffPosition> candidates =
        positions.stream().filter(p -> p.multiplicity() == multiplicity).toList();
    Site nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (WyckoffPosition position : candidates.isEmpty() ? lastOf(positions) : candidates) {
      for (SymmetryOperation operation : operations) {
        double[] y = operation.apply(x);
        double[] displacement = position.displacement(y);
        double distance = Math.sqrt(Matrix3.squaredLength(displacement, metric));
        if (distance < least - EXACT) {
          least = distance;
          nearest = new Site(atom, position, onPosition(x, displacement, operation));
        }
        if (least < EXACT) {
          return nearest;
        }
      }
    }
    return nearest;
  }

  private static List<WyckoffPosition> lastOf(List<WyckoffPosition> positions) {
    return positions.subList(positions.size() - 1, positions.size());
  }

  /** x less the displacement that was seen from its image. */
  private static double[] onPosition(double[] x, double[] seen, SymmetryOperation operation) {
    double[] back = Matrix3.apply(Matrix3.unimodularInverse(operation.rotation()), seen);
    return new double[] {x[0] - back[0], x[1] - back[1], x[2] - back[2]};
  }

  private Site imageOf(Site first, int atom) {
    double[] ideal = orbits.image(orbits.operation(atom), first.ideal());
    return new Site(first.representative(), first.position(), ideal);
  }
}
