package org.laue.prototypes;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Element;

/**
 * One crystal of the set, not yet built: small, serialisable, and all that building needs.
 *
 * @param index place in the set, from 0
 * @param label of its class
 * @param prototype name in {@link PrototypeTable}
 * @param elements atomic number of each species of the prototype
 * @param bin which part of the ranges of its free parameters, from 0
 * @param seed of the free parameters and of the strain
 */
public record PrototypePlan(
    int index, String label, String prototype, List<Integer> elements, int bin, long seed)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Largest change of all lengths, either way: crystals of one element are not of one size. */
  private static final double STRAIN = 0.02;

  public PrototypePlan {
    elements = List.copyOf(elements);
  }

  /** Of the first species. */
  public int atomicNumber() {
    return elements.get(0);
  }

  public int spaceGroup() {
    return type().spaceGroup();
  }

  /**
   * Prototype and part of its parameter ranges, or group of elements where nothing is free.
   * Crystals of different regions differ; those of one region may be near-duplicates.
   */
  public String region() {
    return Regions.name(type(), atomicNumber(), bin);
  }

  /** For people: prototype, elements and place in the set, {@code hcp-Mg-17}. */
  public String name() {
    String symbols =
        elements.stream().map(z -> Element.of(z).symbol()).collect(Collectors.joining("-"));
    return prototype + "-" + symbols + "-" + index;
  }

  /** The crystal in the conventional cell; the same for every call. */
  public PrototypeCrystal build() {
    StableRandom random = new StableRandom(seed);
    double strain = random.nextDouble(1 - STRAIN, 1 + STRAIN);
    Map<String, Double> values = Regions.draw(type(), bin, random);
    Crystal crystal = type().build(elements, strain, values);
    return new PrototypeCrystal(crystal, label, spaceGroup(), prototype, region(), values);
  }

  private Prototype type() {
    return PrototypeTable.find(prototype).orElseThrow();
  }
}
