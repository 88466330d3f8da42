package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.laue.defects.DefectSpec;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.prototypes.StructureType;
import org.laue.prototypes.Tier;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.symmetry.OptimadeStructures;
import org.laue.symmetry.operations.Tolerance;
import org.laue.symmetry.parent.Breaker;

/**
 * How often real crystals of eleven structure types are called by their names: whole, at the
 * tolerances of {@code laue symmetry} and {@code laue classify}, and with 0.05 angstrom and 20 % of
 * the atoms lost, by the parent; and how often the model of structure types says so. What they are
 * says pymatgen, by the AFLOW prototypes. Rows go to {@code target/structure-types}.
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \\
 *     -Dit.test=StructureTypeAcceptanceIT -Dlaue.acceptance=true [-Dlaue.acceptance.seed=1]</pre>
 */
class StructureTypeAcceptanceIT {
  private static final long SEED = Long.getLong("laue.acceptance.seed", 1);
  private static final int COUNT = Integer.getInteger("laue.acceptance.count", 40);
  private static final Path FOLDER = Path.of("target/structure-types");
  private static final Path SCRIPT = Path.of("src/test/python/aflow_types.py");
  private static final int BLOCK = 256;

  /** Of all, and of each type. */
  private static final double LEAST = 0.95;

  private static final double LEAST_OF_A_TYPE = 0.9;
  private static final int WAYS = 5;

  /** Crystals of each of the types that the scheme lists. */
  private static final int EACH = 10;

  /** Displacements that a relaxation leaves, angstrom in each component. */
  private static final double NOISE = 0.007;

  private static final Laue TYPES = Laue.shipped("types");
  private static final DefectSpec MOVED = DefectSpec.parse("displacement 0.05", "");
  private static final DefectSpec LOST = DefectSpec.parse("vacancy 0.2", "");

  /** A crystal with the names that it was given. */
  private record Row(String type, String id, List<String> names) {
    @Override
    public String toString() {
      return String.join("\t", type, id, String.join("\t", names));
    }
  }

  @Test
  void crystalsOfElevenTypesAreCalledByTheirNames() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("laue.acceptance"),
        "Hundreds of real crystals, whole and broken, take minutes: -Dlaue.acceptance=true");
    Map<String, String> truth = truth();
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(OptimadeStructures.file("mp_main"))) {
      for (Path file : files.sorted().toList()) {
        OptimadeStructures.forEach(
            file,
            entry -> {
              String type = truth.get(entry.id());
              if (type != null) {
                rows.add(new Row(type, entry.id(), names(entry.crystal(), rows.size())));
              }
            });
      }
    }
    Files.write(FOLDER.resolve("rows-" + SEED + ".tsv"), rows.stream().map(Row::toString).toList());
    assertThat(rows).hasSize(truth.size());
    for (int way = 0; way < WAYS; way++) {
      assertThat(share(rows, way)).as("all, way %d", way).isGreaterThanOrEqualTo(LEAST);
      for (String type : truth.values().stream().distinct().toList()) {
        List<Row> own = rows.stream().filter(row -> row.type().equals(type)).toList();
        assertThat(share(own, way))
            .as("%s, way %d", type, way)
            .isGreaterThanOrEqualTo(LEAST_OF_A_TYPE);
      }
    }
  }

  /**
   * Ten crystals of each of the 128 types, free parameters and elements drawn anew, in any basis,
   * orientation, origin and order; whole, with the noise of a relaxation, and with 20 % lost and
   * 0.05 angstrom. That no answer is another type matters more than that some are unknown.
   */
  @Test
  void crystalsOfEveryTypeAreCalledByTheirTypes() throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("laue.acceptance"),
        "Crystals of 128 types, whole and broken, take minutes: -Dlaue.acceptance=true");
    ClassScheme types = ClassScheme.load("types");
    PrototypeSettings settings =
        PrototypeSettings.parse(types, "balanced", EACH * types.labels().size(), SEED + 100)
            .withTier(Tier.CORE);
    List<Row> rows = new ArrayList<>();
    for (PrototypePlan plan : Prototypes.plan(settings)) {
      Breaker breaker = new Breaker(1000 * SEED + rows.size());
      Crystal crystal = plan.build().crystal();
      Crystal broken = breaker.disguise(broken(crystal, rows.size()));
      Crystal whole = breaker.disguise(crystal);
      Crystal noisy = breaker.displacements(whole, NOISE);
      List<String> said =
          Stream.of(whole, noisy, broken).map(StructureTypeAcceptanceIT::label).toList();
      rows.add(new Row(plan.label(), plan.name(), said));
    }
    Files.write(
        Files.createDirectories(FOLDER).resolve("every-type-" + SEED + ".tsv"),
        rows.stream().map(Row::toString).toList());
    double[] least = {0.995, 0.995, LEAST};
    for (int way = 0; way < least.length; way++) {
      assertThat(share(rows, way)).as("way %d", way).isGreaterThanOrEqualTo(least[way]);
      int asked = way;
      long wrong =
          rows.stream()
              .filter(row -> !List.of(row.type(), Verdict.UNKNOWN).contains(row.names().get(asked)))
              .count();
      assertThat(wrong).as("wrong, way %d", way).isLessThanOrEqualTo(rows.size() / 200);
    }
  }

  private static String label(Crystal crystal) {
    return TYPES.classify(crystal).verdict().label();
  }

  private static double share(List<Row> rows, int way) {
    long right = rows.stream().filter(row -> row.names().get(way).equals(row.type())).count();
    return right / (double) rows.size();
  }

  private static Map<String, String> truth() throws IOException, InterruptedException {
    Path table = Files.createDirectories(FOLDER).resolve("truth-" + SEED + ".tsv");
    Process script =
        new ProcessBuilder(
                "/usr/bin/python3",
                SCRIPT.toString(),
                OptimadeStructures.file("mp_main").toString(),
                Long.toString(SEED),
                Integer.toString(COUNT))
            .redirectOutput(table.toFile())
            .redirectError(FOLDER.resolve("truth-" + SEED + ".log").toFile())
            .start();
    Assumptions.assumeTrue(
        script.waitFor() == 0, "pymatgen tells what they are (Debian: python3-pymatgen)");
    Map<String, String> truth = new TreeMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split("\t");
      truth.put(cells[1], cells[0]);
    }
    return truth;
  }

  /** At 0.01 angstrom, at 0.1 angstrom, and broken; verdicts of the model, whole and broken. */
  private static List<String> names(Crystal crystal, long seed) {
    Crystal broken = broken(crystal, seed);
    return List.of(
        name(Laue.structureType(Laue.symmetry(crystal, Tolerance.of(0.01)))),
        name(Laue.structureType(Laue.symmetry(crystal, Tolerance.of(Laue.DEFAULT_SYMPREC)))),
        name(
            Laue.parent(broken)
                .map(parent -> parent.symmetry(Laue.DEFAULT_SYMPREC))
                .flatMap(Laue::structureType)),
        verdict(crystal),
        verdict(broken));
  }

  private static Crystal broken(Crystal crystal, long seed) {
    int edge = (int) Math.ceil(Math.cbrt(BLOCK / (double) crystal.atomCount()));
    return LOST.apply(MOVED.apply(crystal.supercell(edge, edge, edge), seed), seed);
  }

  private static String verdict(Crystal crystal) {
    return label(crystal).replaceFirst("-", " ");
  }

  private static String name(Optional<StructureType> type) {
    return type.map(StructureType::label).orElse("-");
  }
}
