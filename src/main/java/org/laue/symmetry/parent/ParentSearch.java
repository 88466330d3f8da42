package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.lattice.LatticeReduction;

/** The search behind {@link ParentLattice}: candidate cells from the peaks, and which convinces. */
final class ParentSearch {
  /** A supercell has at least so many cells; fewer are a superstructure, not a broken crystal. */
  private static final int MIN_CELLS = 8;

  /** Sites in the largest parent cell that is looked for. */
  private static final int MAX_SITES = 400;

  /** Resolution of the reflections in units of the inverse bond length. */
  private static final double RESOLUTION = 2;

  /** Farthest that an atom may be from its site, in bond lengths. */
  private static final double REACH = 0.35;

  /** Closest that two lattice points of a parent may be, in bond lengths. */
  private static final double CLOSEST = 0.7;

  private static final double MIN_OCCUPANCY = 0.2;
  private static final double MAX_STRAYS = 0.2;

  /** The parent's description must be shorter than this share of the list of atoms. */
  private static final double CONVINCING = 0.9;

  /** The same for compounds, in which mixed sites and free places imitate a smaller cell. */
  private static final double CONVINCING_COMPOUND = 0.8;

  /** A description must be shorter by so many nats; three atoms alone prove no lattice. */
  private static final double MARGIN = 40;

  /** The same against an order of the crystal's own: a lone vacancy of 27 sites is worth 8. */
  private static final double MARGIN_ORDERED = 5;

  /** Crystals of more atoms are not asked for an order of their own. */
  private static final int MAX_ORDERED = 1000;

  /** Atoms of the largest crystals that are asked for an order that noise hides. */
  private static final int MAX_NOISY = 200;

  /**
   * Tolerances in bond lengths within which noise may hide the order of a few whole cells: eight
   * atoms of silicon, each a little off, are half of the sites of bcc.
   */
  private static final double[] NOISE = {0.04, 0.1};

  /** Share of the sites up to which defects are believed: one of eight. */
  private static final double FEW_DEFECTS = 0.125;

  /** Displacements that files round away, rms per component in bond lengths. */
  private static final double BLUR = 0.002;

  private static final double REDUCTION_SYMPREC = 1e-5;

  private ParentSearch() {}

  /** The atoms folded into the parent's cell, or null where none convinces. */
  static FoldedSites run(Crystal crystal) {
    Crystal reduced = reduce(crystal);
    double bond = BondLengths.median(reduced);
    DescriptionLength best = shortest(reduced, bond);
    return best != null && isBroken(reduced, best, bond) ? best.sites() : null;
  }

  /** From the finest lattice of translations to coarser ones: each must beat the best before it. */
  private static DescriptionLength shortest(Crystal reduced, double bond) {
    DescriptionLength best = null;
    IntegerSublattice peaks = new IntegerSublattice();
    IntegerSublattice ofBest = peaks;
    long index = 0;
    for (Reflection r : Reflections.strongestFirst(reduced, RESOLUTION / bond)) {
      peaks.add(r.h(), r.k(), r.l());
      if (peaks.index() != index) {
        index = peaks.index();
        if (index < MIN_CELLS) {
          break;
        }
        FoldedSites sites = fold(reduced, peaks, bond);
        if (sites != null) {
          DescriptionLength reading = new DescriptionLength(reduced, sites, bond);
          if (best == null || reading.beats(best)) {
            best = reading;
            ofBest = peaks.copy();
          }
        }
      }
    }
    return best == null ? null : withSuperstructure(reduced, best, ofBest, bond);
  }

  /** The reading in the cell of the superstructures, if any, that its waves tell of. */
  private static DescriptionLength withSuperstructure(
      Crystal reduced, DescriptionLength found, IntegerSublattice peaks, double bond) {
    DescriptionLength best = found;
    IntegerSublattice next =
        Waves.superstructure(reduced, best.sites(), peaks, MIN_CELLS, BLUR * bond);
    while (next != null) {
      FoldedSites sites = fold(reduced, next, bond);
      if (sites == null) {
        return best;
      }
      best = new DescriptionLength(reduced, sites, bond);
      next = Waves.superstructure(reduced, sites, next, MIN_CELLS, BLUR * bond);
    }
    return best;
  }

  /**
   * Whether the parent with its defects says more than the crystal as it stands: a list of all
   * atoms, or of those that its own space group does not repeat.
   */
  private static boolean isBroken(Crystal reduced, DescriptionLength parent, double bond) {
    int atoms = reduced.atomCount();
    double list = DescriptionLength.ofAtoms(reduced, bond);
    if (!convinces(reduced, parent.nats(), list, MARGIN)) {
      return false;
    }
    if (atoms > MAX_ORDERED) {
      return true;
    }
    double symprec = Math.min(0.02, Math.max(0.001, 0.2 * parent.sites().sigma()));
    return order(symprec, reduced, parent).filter(own -> !convinces(parent, own, bond)).isEmpty()
        && (atoms > MAX_NOISY
            || Arrays.stream(NOISE)
                .mapToObj(share -> order(share * bond, reduced, parent))
                .flatMap(Optional::stream)
                .allMatch(own -> bearsNoise(parent, own, bond)));
  }

  /** The order of larger cells than the parent's. */
  private static Optional<OwnOrder> order(
      double symprec, Crystal reduced, DescriptionLength parent) {
    return OwnOrder.within(symprec, reduced).filter(own -> own.cells() < parent.sites().cells);
  }

  /** Whether the parent is clearly shorter than what the crystal's own space group leaves open. */
  private static boolean convinces(DescriptionLength parent, OwnOrder own, double bond) {
    double nats = parent.nats(own.independent());
    return convinces(own.crystal(), nats, own.nats(bond), MARGIN_ORDERED);
  }

  /**
   * The same where noise may hide the order. A few defects are believed unless they are clearly
   * longer; many, or none but displacements, only where they are clearly shorter.
   */
  private static boolean bearsNoise(DescriptionLength parent, OwnOrder own, double bond) {
    return parent.defects() > 0 && parent.defects() <= FEW_DEFECTS
        ? parent.natsInPlace(own.independent()) < own.nats(bond) + MARGIN_ORDERED
        : convinces(parent, own, bond);
  }

  /** Whether a length is clearly less than that of a list. */
  private static boolean convinces(Crystal reduced, double nats, double list, double margin) {
    boolean element = Arrays.stream(reduced.atomicNumbers()).distinct().count() == 1;
    return nats < (element ? CONVINCING : CONVINCING_COMPOUND) * list && list - nats > margin;
  }

  private static Crystal reduce(Crystal crystal) {
    Lattice reduced = LatticeReduction.delaunay(crystal.lattice(), REDUCTION_SYMPREC).lattice();
    return Crystal.ofCartesian(reduced, crystal.atomicNumbers(), crystal.cartesian());
  }

  /** The atoms in the cell whose reciprocal lattice is {@code peaks}, or null if it cannot be. */
  private static FoldedSites fold(Crystal reduced, IntegerSublattice peaks, double bond) {
    if (peaks.index() > reduced.atomCount() / MIN_OCCUPANCY) {
      return null;
    }
    int cells = (int) peaks.index();
    Lattice cell = translations(reduced.lattice(), peaks);
    double[] heights = cell.heights();
    double[] lengths = cell.lengths();
    double height = Math.min(heights[0], Math.min(heights[1], heights[2]));
    if (Math.min(lengths[0], Math.min(lengths[1], lengths[2])) < CLOSEST * bond) {
      return null;
    }
    FoldedSites sites =
        new FoldedSites(reduced, cell, cells, Math.min(REACH * bond, 0.49 * height));
    if (!sites.gather(MAX_SITES)) {
      return null;
    }
    double strays = 1 - (double) sites.placed() / reduced.atomCount();
    boolean possible = sites.occupancy() > MIN_OCCUPANCY && strays < MAX_STRAYS;
    return possible ? sites : null;
  }

  /** Rows u_i with u_i . (rows of peaks) = 0 or 1: the inverse transpose of the integer basis. */
  private static Lattice translations(Lattice lattice, IntegerSublattice peaks) {
    Lattice reciprocal = Lattice.ofRows(Matrix3.transposed(lattice.inverseRows()));
    double[] inverse = Lattice.ofRows(peaks.basis(reciprocal.metric())).inverseRows();
    Lattice translations = lattice.transformed(Matrix3.transposed(inverse));
    return LatticeReduction.delaunay(translations, REDUCTION_SYMPREC).lattice();
  }
}
