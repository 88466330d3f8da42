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
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.learning.Networks;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;
import org.laue.symmetry.operations.SpglibCompat;

/**
 * A study's settings as the values that its steps take. Making it checks them all, so that nothing
 * is computed before a setting is found wrong.
 *
 * @param classes that crystals are sorted into
 * @param task what the network is asked: these classes, or numbers in a scale yet unknown
 * @param descriptor what the network looks at
 * @param conditions all defects of the study, pristine first
 */
public record StudyPlan(
    StudyConfig config,
    ClassScheme classes,
    Task task,
    Descriptor descriptor,
    PrototypeSettings prototypes,
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
    requireDistinct(config.task().numbers(), "task.numbers");
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
    config.evaluate().peerColumns().forEach(PeerColumn::parse);
    return new StudyPlan(
        config,
        classes,
        task(config.task().numbers(), classes),
        descriptor(config, config.fingerprint().cellSymprec()),
        prototypes(config, classes),
        conditions(config.defects()),
        constants(BaselineLevel.class, config.baseline().settings(), "baseline.settings"),
        constants(SpglibCompat.class, config.baseline().compat(), "baseline.compat"));
  }

  /** Columns of others' tables that predict what this study asks for. */
  public List<PeerColumn> peerColumns() {
    Set<String> quantities = new LinkedHashSet<>(task.numberColumns());
    if (!asksForNumbers() && classes.labels().size() == 2) {
      classes.quantity().ifPresent(quantities::add);
      quantities.add(labelProperty());
    }
    return config.evaluate().peerColumns().stream()
        .map(PeerColumn::parse)
        .filter(column -> quantities.contains(column.quantity()))
        .toList();
  }

  /** The studies that the file asks for. */
  public Sweep sweep() {
    return Sweep.of(config.study());
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

  /** What is made of structures whose cells are not exact, as of those from files. */
  public Descriptor realDescriptor() {
    return descriptor(config, config.fingerprint().realCellSymprec());
  }

  /**
   * The network that the study trains.
   *
   * @throws UserException if there is none of this name, or it cannot look at the descriptor
   */
  public NetworkSpec network() {
    return Networks.named(config.train().network(), task, descriptor);
  }

  /** Whether numbers are asked for. */
  public boolean asksForNumbers() {
    return task instanceof ScalarTask;
  }

  /**
   * What the source calls the number that tells the classes; empty where space groups tell them.
   *
   * @throws UserException if the study does not say it
   */
  public String labelProperty() {
    return classes.quantity().map(config.labels()::property).orElse("");
  }

  /** Whether the network learns from what was read, there being no embedded set. */
  public boolean learnsFromFiles() {
    return config.prototypes().size() == 0 && !config.ingest().inputs().isEmpty();
  }

  /** Whether the answers are scored beside simpler ones. */
  public boolean isScored() {
    return learnsFromFiles() && !asksForNumbers();
  }

  /** The place of the structures that the network learns from. */
  public String structuresPlace() {
    return learnsFromFiles() ? "real/structures" : "embedded/structures";
  }

  /**
   * Whether a symmetry finder is asked about the same variants: not where numbers are asked for,
   * nor of files, whose labels are its own.
   */
  public boolean asksSymmetryFinder() {
    return !asksForNumbers() && !learnsFromFiles();
  }

  /**
   * Whether the atoms of a pristine structure count, in any cell, and not a supercell that is built
   * of them in the standard orientation.
   */
  public boolean takesStructuresAsGiven() {
    return config.study().descriptor() != StudyConfig.Descriptor.IMAGE;
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

  private static Task task(List<String> numbers, ClassScheme classes) {
    return numbers.isEmpty()
        ? new ClassTask(classes)
        : new ScalarTask(numbers.stream().map(StudyPlan::scalar).toList());
  }

  private static ScalarTask.Scalar scalar(String text) {
    int limit = text.indexOf(">=");
    String[] words = (limit < 0 ? text : text.substring(0, limit)).strip().split("\\s+", 2);
    ScalarTask.Scalar scalar = new ScalarTask.Scalar(words[0], words.length == 1 ? "" : words[1]);
    return limit < 0 ? scalar : scalar.notBelow(limit(text, text.substring(limit + 2)));
  }

  private static double limit(String text, String number) {
    try {
      return Double.parseDouble(number.strip());
    } catch (NumberFormatException e) {
      throw new UserException(
          "task.numbers takes NAME UNIT >= NUMBER, was '%s'".formatted(text), e);
    }
  }

  private static Descriptor descriptor(StudyConfig config, double cellSymprec) {
    return switch (config.study().descriptor()) {
      case IMAGE -> new Imaging(parameters(config.fingerprint(), cellSymprec), false);
      case POINTCLOUD -> new PointCloudGenerator(config.pointcloud().settings());
      case GRAPH -> new GraphGenerator(config.graph().settings());
    };
  }

  private static FingerprintParameters parameters(StudyConfig.Fingerprint f, double cellSymprec) {
    return FingerprintParameters.defaults()
        .withTargetAtoms(f.targetAtoms())
        .withRing(f.innerRadius(), f.outerRadius())
        .withBondLength(
            ConfigBinder.constant(BondLength.class, f.bondLength(), "fingerprint.bond-length"))
        .withCellSymprec(cellSymprec);
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
