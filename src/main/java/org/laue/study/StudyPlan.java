package org.laue.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laue.UserException;
import org.laue.defects.DefectKind;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;
import org.laue.symmetry.operations.SpglibCompat;

/**
 * A study's settings as the values that its steps take. Making it checks them all, so that nothing
 * is computed before a setting is found wrong.
 *
 * @param classes that crystals are sorted into
 * @param conditions all defects of the study, pristine first
 */
public record StudyPlan(
    StudyConfig config,
    ClassScheme classes,
    PrototypeSettings prototypes,
    FingerprintParameters parameters,
    List<DefectSpec> conditions,
    List<BaselineLevel> levels,
    List<SpglibCompat> compats) {

  public StudyPlan {
    conditions = List.copyOf(conditions);
    levels = List.copyOf(levels);
    compats = List.copyOf(compats);
    requireDistinct(conditions, "defects");
    requireDistinct(levels, "baseline.settings");
    requireDistinct(compats, "baseline.compat");
    if (levels.isEmpty() || compats.isEmpty()) {
      throw new UserException(
          "The baseline needs at least one of baseline.settings and of baseline.compat");
    }
  }

  private static void requireDistinct(List<?> values, String key) {
    if (values.stream().distinct().count() < values.size()) {
      throw new UserException(key + " names a value twice: " + values);
    }
  }

  /**
   * @throws UserException naming the setting that has no meaning
   */
  public static StudyPlan of(StudyConfig config) {
    ClassScheme classes = ClassScheme.load(config.classes());
    return new StudyPlan(
        config,
        classes,
        prototypes(config, classes),
        parameters(config.fingerprint()),
        conditions(config.defects()),
        constants(BaselineLevel.class, config.baseline().settings(), "baseline.settings"),
        constants(SpglibCompat.class, config.baseline().compat(), "baseline.compat"));
  }

  /** A place below the study's directory. */
  public String place(String name) {
    return config.study().output() + "/" + name;
  }

  /** The column of the splits: {@code honest} or {@code random}. */
  public String split() {
    return config.train().split().name().toLowerCase(Locale.ROOT);
  }

  /** The side of the split whose variants count, or empty for all structures. */
  public Optional<String> side() {
    return config.evaluate().structures() == StudyConfig.Structures.TEST
        ? Optional.of("test")
        : Optional.empty();
  }

  /** How structures from files become images. */
  public FingerprintParameters realParameters() {
    return parameters.withCellSymprec(config.fingerprint().realCellSymprec());
  }

  /** Conditions to draw: pristine, then the strongest of each kind, then the rest. */
  public List<String> exampleDefects(int count) {
    Map<DefectKind, DefectSpec> strongest = new LinkedHashMap<>();
    conditions.forEach(spec -> strongest.put(spec.kind(), spec));
    Set<DefectSpec> chosen = new LinkedHashSet<>(strongest.values());
    chosen.addAll(conditions);
    return chosen.stream().limit(count).map(DefectSpec::canonical).toList();
  }

  private static PrototypeSettings prototypes(StudyConfig config, ClassScheme classes) {
    StudyConfig.Prototypes wanted = config.prototypes();
    return PrototypeSettings.parse(
            classes, wanted.proportions(), wanted.size(), config.study().seed())
        .withTier(ConfigBinder.constant(Tier.class, wanted.tier(), "prototypes.tier"));
  }

  private static FingerprintParameters parameters(StudyConfig.Fingerprint f) {
    return FingerprintParameters.defaults()
        .withTargetAtoms(f.targetAtoms())
        .withRing(f.innerRadius(), f.outerRadius())
        .withBondLength(
            ConfigBinder.constant(BondLength.class, f.bondLength(), "fingerprint.bond-length"))
        .withCellSymprec(f.cellSymprec());
  }

  private static List<DefectSpec> conditions(StudyConfig.Defects defects) {
    List<DefectSpec> specs = new ArrayList<>(List.of(DefectSpec.PRISTINE));
    specs.addAll(specs(DefectKind.DISPLACEMENT, strings(defects.displacements()), "displacements"));
    specs.addAll(specs(DefectKind.VACANCY, strings(defects.vacancies()), "vacancies"));
    specs.addAll(specs(DefectKind.SUBSTITUTION, defects.substitutions(), "substitutions"));
    for (int i = 0; i < defects.other().size(); i++) {
      specs.add(DefectSpec.parse(defects.other().get(i), "defects.other[" + i + "]"));
    }
    return specs;
  }

  private static List<DefectSpec> specs(DefectKind kind, List<String> texts, String list) {
    List<DefectSpec> specs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      specs.add(DefectSpec.parse(kind, texts.get(i), "defects." + list + "[" + i + "]"));
    }
    return specs;
  }

  private static List<String> strings(List<Double> values) {
    return values.stream().map(value -> Double.toString(value)).toList();
  }

  private static <E extends Enum<E>> List<E> constants(
      Class<E> type, List<String> names, String key) {
    return names.stream().map(name -> ConfigBinder.constant(type, name, key)).toList();
  }
}
