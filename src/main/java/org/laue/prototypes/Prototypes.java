package org.laue.prototypes;

import java.util.ArrayList;
import java.util.List;
import org.laue.StableRandom;
import org.laue.UserException;

/**
 * The embedded set. Classes, prototypes and elements are dealt out evenly, like cards from shuffled
 * packs, so that small sets are spread as well as large ones; what is free is drawn per crystal.
 */
public final class Prototypes {
  private Prototypes() {}

  /**
   * The set that the settings describe, class by class and prototype by prototype. Cheap: nothing
   * is built. A crystal depends on the settings and its index alone.
   */
  public static List<PrototypePlan> plan(PrototypeSettings settings) {
    List<PrototypePlan> plans = new ArrayList<>();
    ShuffledDeck elements = new ShuffledDeck(settings.elements().size(), settings.seed());
    settings
        .proportions()
        .counts()
        .forEach((label, count) -> deal(settings, label, count, elements, plans));
    return List.copyOf(plans);
  }

  private static void deal(
      PrototypeSettings settings,
      String label,
      int count,
      ShuffledDeck elements,
      List<PrototypePlan> plans) {
    List<Prototype> prototypes =
        count == 0
            ? List.of()
            : PrototypeTable.of(settings.proportions().scheme(), label, settings.tier());
    long cap = (long) settings.maxCopies() * settings.elements().size();
    int[] shares = PrototypeShares.split(count, prototypes, cap);
    for (int p = 0; p < shares.length; p++) {
      Prototype prototype = prototypes.get(p);
      long packSeed = settings.seed() ^ prototype.name().hashCode();
      ShuffledDeck bins = new ShuffledDeck(prototype.regions(), packSeed);
      ShuffledDeck own = new ShuffledDeck(settings.elements().size(), ~packSeed);
      boolean free = !prototype.parameters().isEmpty();
      for (int k = 0; k < shares[p]; k++) {
        int index = plans.size();
        int card = free ? elements.card(index) : own.card(k);
        plans.add(
            new PrototypePlan(
                index,
                label,
                prototype.name(),
                elements(prototype, settings, card, index),
                bins.card(k),
                entrySeed(settings.seed(), index)));
      }
    }
  }

  /** The element on the card for the first species, others drawn for the rest; all different. */
  private static List<Integer> elements(
      Prototype prototype, PrototypeSettings settings, int card, int index) {
    List<Integer> rest = new ArrayList<>(settings.elements());
    List<Integer> chosen = new ArrayList<>(List.of(rest.remove(card)));
    if (prototype.speciesCount() > settings.elements().size()) {
      throw new UserException(
          "Structure type %s needs %d elements, there are %d (prototypes.elements)"
              .formatted(prototype.name(), prototype.speciesCount(), settings.elements().size()));
    }
    StableRandom random = new StableRandom(~entrySeed(settings.seed(), index));
    while (chosen.size() < prototype.speciesCount()) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return chosen;
  }

  private static long entrySeed(long seed, int index) {
    return new StableRandom(new StableRandom(seed).nextLong() + index).nextLong();
  }
}
