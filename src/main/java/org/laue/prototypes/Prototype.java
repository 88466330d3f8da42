package org.laue.prototypes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.laue.structure.CoordinateTriplet;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.SymmetryOperation;

/**
 * A structure type: a space group, the sites that are occupied and what is free.
 *
 * @param name unique, for instance {@code alpha-Sm} or a Pearson symbol with a remark
 * @param spaceGroup international number
 * @param generators of the group in the setting of the sites
 * @param sites one representative per occupied orbit
 * @param parameters free parameters, in the order of the table
 * @param weight share within the class, relative to the other prototypes in use
 */
public record Prototype(
    String name,
    int spaceGroup,
    List<SymmetryOperation> generators,
    List<Site> sites,
    List<FreeParameter> parameters,
    int weight,
    Tier tier) {

  /** c/a, a free parameter of all groups but the cubic ones. */
  static final String RATIO = "ca";

  /** b/a, a free parameter of orthorhombic groups. */
  static final String SIDES = "ba";

  private static final int FIRST_TRIGONAL = 143;
  private static final int LAST_HEXAGONAL = 194;

  public Prototype {
    generators = List.copyOf(generators);
    sites = List.copyOf(sites);
    parameters = List.copyOf(parameters);
  }

  /**
   * One occupied orbit.
   *
   * @param species A, B, ...: sites of one letter carry one element
   * @param wyckoff letter of the position in the standard setting
   * @param triplet a representative point, for instance {@code x,2*x,1/4}
   */
  public record Site(char species, String wyckoff, String triplet) {
    /** Reads {@code B@h:x,2x,1/4}, or {@code h:x,2x,1/4} where there is one element. */
    static Site parse(String text) {
      int at = text.indexOf('@');
      int colon = text.indexOf(':');
      char species = at < 0 ? 'A' : text.charAt(0);
      return new Site(species, text.substring(at + 1, colon), text.substring(colon + 1));
    }

    /** Reads several, separated by blanks. */
    static List<Site> parseAll(String text) {
      return Arrays.stream(text.strip().split("\\s+")).map(Site::parse).toList();
    }

    /** Number of the species, 0 for A. */
    int index() {
      return species - 'A';
    }
  }

  /** Wyckoff letters of the occupied sites, for instance {@code ac}. */
  public String wyckoffLetters() {
    return String.join("", sites.stream().map(Site::wyckoff).toList());
  }

  /** Number of different elements. */
  public int speciesCount() {
    return 1 + sites.stream().mapToInt(Site::index).max().orElseThrow();
  }

  /** Regions into which the free parameters divide the type; see {@link Regions}. */
  public int regions() {
    return Regions.count(this);
  }

  /**
   * The crystal of some elements in this type, in the conventional cell, with the volume that
   * {@link ElementSizes} expects.
   *
   * @param elements atomic number of each species
   * @param strain factor on all lengths, about 1
   * @param values of all free parameters
   */
  Crystal build(List<Integer> elements, double strain, Map<String, Double> values) {
    Crystal shape = shape(elements, values);
    double edge = strain * Packing.edge(shape);
    Lattice lattice = shape.lattice().transformed(edge, 0, 0, 0, edge, 0, 0, 0, edge);
    return Crystal.of(lattice, shape.atomicNumbers(), shape.fractional());
  }

  /** The crystal with a = 1 angstrom. */
  private Crystal shape(List<Integer> elements, Map<String, Double> values) {
    List<Atom> atoms = sites.stream().flatMap(site -> orbit(site, elements, values)).toList();
    boolean hexagonal = spaceGroup >= FIRST_TRIGONAL && spaceGroup <= LAST_HEXAGONAL;
    return Crystal.of(
        Lattice.ofParameters(
            1,
            values.getOrDefault(SIDES, 1.0),
            values.getOrDefault(RATIO, 1.0),
            90,
            90,
            hexagonal ? 120 : 90),
        atoms.stream().mapToInt(Atom::atomicNumber).toArray(),
        atoms.stream().flatMapToDouble(atom -> DoubleStream.of(atom.point())).toArray());
  }

  private Stream<Atom> orbit(Site site, List<Integer> elements, Map<String, Double> values) {
    double[] point = CoordinateTriplet.parse(site.triplet()).evaluate(values);
    return SpaceGroupGenerators.orbit(generators, point).stream()
        .map(image -> new Atom(elements.get(site.index()), image));
  }

  private record Atom(int atomicNumber, double[] point) {}
}
