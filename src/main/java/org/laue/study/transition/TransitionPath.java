package org.laue.study.transition;

import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.defects.Seeds;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.image.StandardOrientation;
import org.laue.descriptors.image.Supercells;
import org.laue.prototypes.Proportions;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Makes the images along a path. As the paper's own study, defects are made in the supercell that
 * diffracts, and nothing is sought in it afterwards.
 */
public final class TransitionPath {
  /** Tolerance of the cell of exact crystals, angstrom. */
  private static final double EXACT = 1e-5;

  /** Ratio c/a of the hexagonal cell at which a rhombohedral lattice is bcc. */
  private static final double BCC = Math.sqrt(3.0 / 8);

  private static final int POLONIUM = 84;
  private static final double EDGE_ANGSTROM = 5;

  private final TransitionConfig config;
  private final FingerprintParameters parameters;
  private final Imaging supercells;
  private final Imaging crystals;
  private final List<PrototypePlan> plans;

  /**
   * @param classes of the models, one of which names the crystals
   * @param seen how the models' images are made
   */
  public TransitionPath(TransitionConfig config, ClassScheme classes, Imaging seen) {
    config.shown().forEach(label -> requireKnown(classes, "shown", label));
    this.config = config;
    this.parameters = seen.parameters().withCellSymprec(EXACT);
    this.supercells = new Imaging(parameters, true);
    this.crystals = new Imaging(parameters, false);
    this.plans = config.kind() == TransitionConfig.Kind.DEFECT ? plans(classes) : List.of();
  }

  private List<PrototypePlan> plans(ClassScheme classes) {
    requireKnown(classes, "crystals", config.crystals());
    Proportions one = new Proportions(classes, Map.of(config.crystals(), config.structures()));
    return Prototypes.plan(PrototypeSettings.of(one, config.seed()).withTier(Tier.CORE));
  }

  private static void requireKnown(ClassScheme classes, String key, String label) {
    if (classes.find(label).isEmpty()) {
      throw new UserException(
          "%s = %s is no class of the model, which knows %s"
              .formatted(key, label, String.join(", ", classes.labels())));
    }
  }

  /** Structures that are followed: those asked for, or the one lattice of a rhombohedral path. */
  public int structures() {
    return config.kind() == TransitionConfig.Kind.DEFECT ? plans.size() : 1;
  }

  /** The images of one structure, one for each level. */
  public List<Fingerprint> images(int structure) {
    return config.kind() == TransitionConfig.Kind.DEFECT
        ? damaged(plans.get(structure))
        : config.levels().stream().map(this::rhombohedral).toList();
  }

  private List<Fingerprint> damaged(PrototypePlan plan) {
    Crystal supercell = ClusterPreparation.supercell(plan.build().crystal(), parameters);
    double nearest = BondLength.FIRST_SHELL.of(supercell);
    return config.levels().stream()
        .map(this::defect)
        .map(d -> d.apply(supercell, Seeds.of(config.seed(), plan.name(), d, 0), nearest))
        .map(broken -> supercells.of(broken).fingerprint())
        .toList();
  }

  /** A level of 0 is the pristine crystal, whatever the defect. */
  private DefectSpec defect(double level) {
    return level == 0
        ? DefectSpec.PRISTINE
        : DefectSpec.parse(config.defect() + " " + level, "levels");
  }

  private Fingerprint rhombohedral(double level) {
    Lattice hexagonal =
        Lattice.ofParameters(
            EDGE_ANGSTROM, EDGE_ANGSTROM, level * BCC * EDGE_ANGSTROM, 90, 90, 120);
    double third = 1.0 / 3;
    Crystal crystal =
        Crystal.of(
            hexagonal,
            new int[] {POLONIUM, POLONIUM, POLONIUM},
            new double[] {0, 0, 0, 2 * third, third, third, third, 2 * third, 2 * third});
    if (config.cell() == TransitionConfig.Cell.FOUND) {
      return crystals.of(crystal).fingerprint();
    }
    Crystal supercell = Supercells.build(StandardOrientation.of(crystal), parameters.targetAtoms());
    return supercells.of(supercell).fingerprint();
  }
}
