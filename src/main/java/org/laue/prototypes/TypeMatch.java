package org.laue.prototypes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.cell.Normaliser;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.groups.TabulatedGroup;

/** One crystal in its standard setting, laid upon structure types of its space group. */
final class TypeMatch {
  /** Atoms of the largest primitive cell of a type, that of garnet. */
  static final int MOST_ATOMS = 80;

  private final TabulatedGroup group;
  private final int hallNumber;
  private final double[] lengths;
  private final List<Orbit> orbits;

  private TypeMatch(int hallNumber, Crystal standard) {
    this.hallNumber = hallNumber;
    this.group = TabulatedGroup.of(hallNumber);
    this.lengths = standard.lattice().lengths();
    this.orbits = orbits(standard);
  }

  /** Points [3] of the conventional cell that the group makes of one. */
  private record Orbit(int element, List<double[]> points) {}

  /** The crystal with its atoms on their Wyckoff positions. */
  static TypeMatch of(SymmetryDataset crystal) {
    return new TypeMatch(crystal.hallNumber(), crystal.standardCell(true));
  }

  private List<Orbit> orbits(Crystal standard) {
    List<Orbit> found = new ArrayList<>();
    boolean[] taken = new boolean[standard.atomCount()];
    for (int atom = 0; atom < taken.length; atom++) {
      if (!taken[atom]) {
        double[] point = point(standard, atom);
        List<double[]> points = new ArrayList<>();
        for (SymmetryOperation operation : group.operations()) {
          int image = at(standard, operation.apply(point));
          if (image >= 0 && !taken[image]) {
            taken[image] = true;
            points.add(point(standard, image));
          }
        }
        found.add(new Orbit(standard.atomicNumber(atom), points));
      }
    }
    return found;
  }

  private static double[] point(Crystal crystal, int atom) {
    return new double[] {
      crystal.fractional(atom, 0), crystal.fractional(atom, 1), crystal.fractional(atom, 2)
    };
  }

  private static int at(Crystal crystal, double[] point) {
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      double farthest = 0;
      for (int axis = 0; axis < 3; axis++) {
        double d = SiteForm.nearest(crystal.fractional(atom, axis) - point[axis]);
        farthest = Math.max(farthest, Math.abs(d));
      }
      if (farthest < SiteForm.SAME) {
        return atom;
      }
    }
    return -1;
  }

  /** Those of some types that the crystal is of. */
  List<StructureType> of(List<StructureType> types) {
    return types.stream().filter(type -> holds(type.prototype())).toList();
  }

  private boolean holds(Prototype type) {
    if (type.sites().size() != orbits.size() || !hasShapeOf(type)) {
      return false;
    }
    List<SiteForm> forms =
        type.sites().stream().map(site -> new SiteForm(site, type.parameters())).toList();
    for (Normaliser.Choice choice : Normaliser.of(hallNumber)) {
      List<Orbit> chosen = orbits.stream().map(orbit -> moved(orbit, choice)).toList();
      for (double shift : shiftsAlongAxis(chosen, forms.get(0).height())) {
        if (new Assignment(type, forms, shifted(chosen, shift)).from(0)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasShapeOf(Prototype type) {
    for (FreeParameter parameter : type.parameters()) {
      boolean outside =
          switch (parameter.name()) {
            case Prototype.SIDES -> !parameter.holds(lengths[1] / lengths[0]);
            case Prototype.RATIO -> !parameter.holds(lengths[2] / lengths[0]);
            default -> false;
          };
      if (outside) {
        return false;
      }
    }
    return true;
  }

  private static Orbit moved(Orbit orbit, Normaliser.Choice choice) {
    int[] back = Matrix3.unimodularInverse(choice.turn());
    List<double[]> points = new ArrayList<>();
    for (double[] point : orbit.points()) {
      double[] y = Matrix3.apply(back, point);
      for (int axis = 0; axis < 3; axis++) {
        y[axis] += choice.shift()[axis];
      }
      points.add(y);
    }
    return new Orbit(orbit.element(), points);
  }

  /** Zero; in a polar group what brings an atom to the height of the first site. */
  private double[] shiftsAlongAxis(List<Orbit> chosen, double height) {
    return isPolar()
        ? chosen.stream()
            .flatMap(orbit -> orbit.points().stream())
            .mapToDouble(point -> height - point[2])
            .toArray()
        : new double[1];
  }

  /** Whether no operation ties the origin along the third axis, and every one along the others. */
  private boolean isPolar() {
    return group.representatives().stream().allMatch(TypeMatch::keepsAxis)
        && group.representatives().stream().anyMatch(operation -> operation.w(0, 0) != 1);
  }

  private static boolean keepsAxis(SymmetryOperation operation) {
    return operation.w(2, 2) == 1
        && operation.w(0, 2) == 0
        && operation.w(1, 2) == 0
        && operation.w(2, 0) == 0
        && operation.w(2, 1) == 0;
  }

  private static List<Orbit> shifted(List<Orbit> chosen, double shift) {
    return chosen.stream()
        .map(
            orbit ->
                new Orbit(
                    orbit.element(),
                    orbit.points().stream()
                        .map(p -> new double[] {p[0], p[1], p[2] + shift})
                        .toList()))
        .toList();
  }

  /** Tries to give every site of a type an orbit of its own, and every species an element. */
  private static final class Assignment {
    private final Prototype type;
    private final List<SiteForm> forms;
    private final List<Orbit> orbits;
    private final boolean[] used;
    private final int[] elements;

    Assignment(Prototype type, List<SiteForm> forms, List<Orbit> orbits) {
      this.type = type;
      this.forms = forms;
      this.orbits = orbits;
      this.used = new boolean[orbits.size()];
      this.elements = new int[type.speciesCount()];
    }

    boolean from(int site) {
      if (site == forms.size()) {
        return true;
      }
      int species = type.sites().get(site).index();
      int before = elements[species];
      for (int i = 0; i < used.length; i++) {
        Orbit orbit = orbits.get(i);
        if (!used[i]
            && mayBe(species, orbit.element())
            && orbit.points().stream().anyMatch(forms.get(site)::holds)) {
          used[i] = true;
          elements[species] = orbit.element();
          if (from(site + 1)) {
            return true;
          }
          used[i] = false;
          elements[species] = before;
        }
      }
      return false;
    }

    private boolean mayBe(int species, int element) {
      return elements[species] == 0
          ? Arrays.stream(elements).noneMatch(known -> known == element)
          : elements[species] == element;
    }
  }
}
