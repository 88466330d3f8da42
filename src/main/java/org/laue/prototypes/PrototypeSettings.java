package org.laue.prototypes;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.structure.ClassScheme;

/**
 * What the embedded set shall hold.
 *
 * @param proportions crystals per class
 * @param seed of all that is drawn
 * @param tier how far the structure types reach
 * @param elements atomic numbers in use, each with a known size
 * @param maxCopies crystals of one element in a type without free parameters, whose fingerprints
 *     are all the same; types with free parameters take the rest, as far as the class has any
 */
public record PrototypeSettings(
    Proportions proportions, long seed, Tier tier, List<Integer> elements, int maxCopies)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int FEW_COPIES = 2;

  public PrototypeSettings {
    elements = elements.stream().distinct().sorted().toList();
    if (elements.isEmpty()) {
      throw new UserException("At least one element is needed (prototypes.elements)");
    }
    elements.forEach(ElementSizes::of);
    if (maxCopies < 1) {
      throw new UserException("Copies of a crystal must be at least 1, was " + maxCopies);
    }
  }

  /** The paper's classes, equal; all structure types, all elements, few copies: the default. */
  public static PrototypeSettings balanced(int size, long seed) {
    return of(Proportions.balanced(ClassScheme.paper(), size), seed);
  }

  /** The paper's class sizes, and like there any number of equal crystals. */
  public static PrototypeSettings paper(int size, long seed) {
    return of(Proportions.published(ClassScheme.paper(), size), seed)
        .withMaxCopies(Integer.MAX_VALUE);
  }

  /** All structure types and elements, few copies, in given proportions. */
  public static PrototypeSettings of(Proportions proportions, long seed) {
    return new PrototypeSettings(proportions, seed, Tier.MORE, ElementSizes.known(), FEW_COPIES);
  }

  /** Settings from {@code prototypes.proportions} and {@code prototypes.size} of a study. */
  public static PrototypeSettings parse(
      ClassScheme scheme, String proportions, int size, long seed) {
    PrototypeSettings settings = of(Proportions.parse(scheme, proportions, size), seed);
    return proportions.strip().equals("paper")
        ? settings.withMaxCopies(Integer.MAX_VALUE)
        : settings;
  }

  /** Everything that moves a crystal, by name, for manifests. */
  public Map<String, String> toMap() {
    return Map.of(
        "classes", proportions.scheme().text(),
        "prototypes.counts", proportions.counts().toString(),
        "prototypes.seed", Long.toString(seed),
        "prototypes.tier", tier.name(),
        "prototypes.elements", elements.toString(),
        "prototypes.maxCopies", Integer.toString(maxCopies));
  }

  public PrototypeSettings withTier(Tier other) {
    return new PrototypeSettings(proportions, seed, other, elements, maxCopies);
  }

  public PrototypeSettings withElements(List<Integer> atomicNumbers) {
    return new PrototypeSettings(proportions, seed, tier, atomicNumbers, maxCopies);
  }

  public PrototypeSettings withMaxCopies(int copies) {
    return new PrototypeSettings(proportions, seed, tier, elements, copies);
  }
}
