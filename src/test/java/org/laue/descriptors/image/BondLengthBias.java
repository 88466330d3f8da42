package org.laue.descriptors.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;

/**
 * How far each length scale is moved by damage: the table of recognition.md. Run with the number of
 * crystals; prints for each rule and damage the mean change of the class that is farthest off, and
 * the share of crystals changed by more than 5 % in the class where it is largest, both in percent.
 */
public final class BondLengthBias {
  private static final List<String> DAMAGES =
      List.of(
          "displacement 0.05",
          "displacement 0.1",
          "displacement 0.2",
          "vacancy 0.4",
          "vacancy 0.6",
          "vacancy 0.7",
          "substitution 0.5 binary",
          "vacancy 0.6 + displacement 0.1");

  private static final double FAR = 0.05;
  private static final double REAL_CELL = 0.1;
  private static final long SEED = 3;
  private static final ClassScheme CLASSES = ClassScheme.paper();
  private static final FingerprintParameters EXACT = FingerprintParameters.defaults();

  /** A broken supercell and the conventional cell that is recognised in it. */
  private record Seen(Crystal atoms, Crystal cell) {}

  private static final Map<String, ToDoubleFunction<Seen>> RULES = rules();

  /** Relative change of the length by one rule under one damage. */
  private record Change(String rule, String damage, String label, double change) {}

  private BondLengthBias() {}

  private static Map<String, ToDoubleFunction<Seen>> rules() {
    Map<String, ToDoubleFunction<Seen>> rules = new LinkedHashMap<>();
    rules.put("mean-nearest", seen -> BondLength.MEAN_NEAREST.of(seen.atoms()));
    rules.put("first-shell", seen -> BondLength.FIRST_SHELL.of(seen.atoms()));
    rules.put("broad-shell", seen -> BondLength.BROAD_SHELL.of(seen.atoms()));
    rules.put("parent-shell", seen -> BondLength.PARENT_SHELL.of(seen.atoms(), seen.cell()));
    rules.put("mean nearest of the parent", seen -> BondLength.MEAN_NEAREST.of(seen.cell()));
    rules.put(
        "cube root of the parent's volume per site",
        seen -> Math.cbrt(seen.cell().lattice().volume() / seen.cell().atomCount()));
    return rules;
  }

  /**
   * @param arguments number of crystals, all classes alike
   */
  public static void main(String[] arguments) {
    List<Change> changes = Collections.synchronizedList(new ArrayList<>());
    Prototypes.plan(PrototypeSettings.balanced(Integer.parseInt(arguments[0]), SEED))
        .parallelStream()
        .forEach(plan -> measure(plan, changes));
    System.out.println("| length | " + String.join(" | ", DAMAGES) + " |");
    System.out.println("|---|" + "---|".repeat(DAMAGES.size()));
    for (String rule : RULES.keySet()) {
      StringBuilder row = new StringBuilder("| " + rule + " | ");
      DAMAGES.forEach(damage -> row.append(cell(changes, rule, damage)).append(" | "));
      System.out.println(row.toString().strip());
    }
  }

  private static void measure(PrototypePlan plan, List<Change> changes) {
    Crystal unit = plan.build().crystal();
    Crystal supercell = ClusterPreparation.supercell(unit, EXACT);
    Seen whole = new Seen(supercell, ClusterPreparation.prepare(unit, EXACT).conventionalCell());
    for (String damage : DAMAGES) {
      Crystal atoms = DefectSpec.parse(damage, "").apply(supercell, plan.seed());
      Seen broken;
      try {
        broken =
            new Seen(
                atoms,
                ClusterPreparation.prepare(atoms, EXACT.withCellSymprec(REAL_CELL))
                    .conventionalCell());
      } catch (UserException none) {
        System.err.println(plan.name() + ", " + damage + ": " + none.getMessage());
        continue;
      }
      RULES.forEach(
          (name, rule) -> {
            double change = rule.applyAsDouble(broken) / rule.applyAsDouble(whole) - 1;
            changes.add(
                new Change(
                    name, damage, CLASSES.label(plan.spaceGroup(), plan.prototype()), change));
          });
    }
  }

  private static String cell(List<Change> changes, String rule, String damage) {
    Map<String, List<Change>> classes =
        changes.stream()
            .filter(c -> c.rule().equals(rule) && c.damage().equals(damage))
            .collect(Collectors.groupingBy(Change::label));
    double mean = 0;
    double far = 0;
    for (List<Change> ofClass : classes.values()) {
      double own = ofClass.stream().mapToDouble(Change::change).average().orElseThrow();
      double share =
          ofClass.stream().filter(c -> Math.abs(c.change()) > FAR).count()
              / (double) ofClass.size();
      mean = Math.abs(own) > Math.abs(mean) ? own : mean;
      far = Math.max(far, share);
    }
    return String.format(Locale.ROOT, "%+.1f, %.0f", 100 * mean, 100 * far);
  }
}
