package org.laue.prototypes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.laue.structure.CoordinateTriplet;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * A structure type of one element: a space group, the sites that are occupied and what is free.
 *
 * @param name unique, for instance {@code alpha-Sm} or a Pearson symbol with a remark
 * @param spaceGroup international number, one that {@link SpaceGroupGenerators} holds
 * @param sites one representative per occupied orbit
 * @param parameters free parameters, in the order of the table
 * @param weight share within the class, relative to the other prototypes in use
 */
public record Prototype(
    String name,
    int spaceGroup,
    List<Site> sites,
    List<FreeParameter> parameters,
    int weight,
    Tier tier) {

  /** c/a where it is no free parameter: the cubic groups. */
  private static final double CUBIC = 1;

  private static final String RATIO = "ca";

  public Prototype {
    sites = List.copyOf(sites);
    parameters = List.copyOf(parameters);
  }

  /**
   * One occupied orbit.
   *
   * @param wyckoff letter of the position in the standard setting
   * @param triplet a representative point, for instance {@code x,2*x,1/4}
   */
  public record Site(String wyckoff, String triplet) {}

  /** Wyckoff letters of the occupied sites, for instance {@code ac}. */
  public String wyckoffLetters() {
    return String.join("", sites.stream().map(Site::wyckoff).toList());
  }

  /** Regions into which the free parameters divide the type; see {@link Regions}. */
  public int regions() {
    return Regions.count(this);
  }

  /**
   * The crystal of an element in this type, in the conventional cell, with the volume per atom that
   * {@link ElementSizes} expects of its packing.
   *
   * @param strain factor on all lengths, about 1
   * @param values of all free parameters
   */
  Crystal build(int atomicNumber, double strain, Map<String, Double> values) {
    Crystal shape = shape(atomicNumber, values);
    double edge = strain * Packing.edge(shape, ElementSizes.of(atomicNumber));
    Lattice lattice = shape.lattice().transformed(edge, 0, 0, 0, edge, 0, 0, 0, edge);
    return Crystal.of(lattice, shape.atomicNumbers(), shape.fractional());
  }

  /** The crystal with a = 1 angstrom. */
  private Crystal shape(int atomicNumber, Map<String, Double> values) {
    double ratio = values.getOrDefault(RATIO, CUBIC);
    double[] fractional =
        sites.stream()
            .map(site -> CoordinateTriplet.parse(site.triplet()).evaluate(values))
            .flatMap(point -> SpaceGroupGenerators.orbit(spaceGroup, point).stream())
            .flatMapToDouble(Arrays::stream)
            .toArray();
    int[] numbers = new int[fractional.length / 3];
    Arrays.fill(numbers, atomicNumber);
    double gamma = spaceGroup == 166 || spaceGroup == 194 ? 120 : 90;
    return Crystal.of(Lattice.ofParameters(1, 1, ratio, 90, 90, gamma), numbers, fractional);
  }
}
