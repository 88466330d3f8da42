package org.laue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.laue.UserException;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.Imaging;
import org.laue.prototypes.Proportions;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.structure.ClassScheme;
import org.laue.structure.Element;

/** Fingerprints of pristine crystals of each class, beside which a measured one can be held. */
final class ExpectedPatterns {
  /** Crystals of a class; they are dealt evenly over its structure types. */
  private static final int CRYSTALS = 48;

  private static final long SEED = 1;
  private static final Map<String, List<Pattern>> KNOWN = new ConcurrentHashMap<>();

  private final ClassScheme classes;
  private final Imaging imaging;

  ExpectedPatterns(ClassScheme classes, Imaging imaging) {
    this.classes = classes;
    this.imaging = imaging;
  }

  /**
   * The pattern of a pristine crystal.
   *
   * @param crystal structure type and element, for instance {@code hcp Mg}
   */
  record Pattern(String crystal, Fingerprint fingerprint) {}

  /** Of the class's crystals the one that is most like an image; empty where it has none. */
  Optional<Pattern> nearest(String label, Fingerprint image) {
    Pattern best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Pattern pattern : of(label)) {
      double distance = distance(pattern.fingerprint().pixels(), image.pixels());
      if (distance < least) {
        least = distance;
        best = pattern;
      }
    }
    return Optional.ofNullable(best);
  }

  private List<Pattern> of(String label) {
    String key = label + "\n" + classes.text() + "\n" + imaging.parameters().canonical();
    return KNOWN.computeIfAbsent(key, k -> made(label));
  }

  private List<Pattern> made(String label) {
    List<Pattern> patterns = new ArrayList<>();
    try {
      Proportions one = new Proportions(classes, Map.of(label, CRYSTALS));
      for (PrototypePlan plan : Prototypes.plan(PrototypeSettings.of(one, SEED))) {
        String name = plan.prototype() + " " + Element.of(plan.atomicNumber()).symbol();
        patterns.add(new Pattern(name, imaging.of(plan.build().crystal()).fingerprint()));
      }
    } catch (UserException e) {
      // A class scheme of one's own need not have structure types.
      return List.of();
    }
    return List.copyOf(patterns);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
