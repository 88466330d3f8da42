package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.structure.Crystal;
import org.laue.symmetry.OptimadeStructures;
import org.laue.symmetry.RandomCrystals;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/**
 * How often the parent's group is right, how far its certainty can be believed, and how often a
 * pristine compound is taken for a broken crystal: minutes, so only where asked for. Rows go to
 * {@code target/parent-acceptance}.
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \\
 *     -Dit.test=ParentAcceptanceIT -Dlaue.acceptance=true [-Dlaue.acceptance.seed=1]</pre>
 */
class ParentAcceptanceIT {
  private static final long SEED = Long.getLong("laue.acceptance.seed", 1);
  private static final int MAX_ATOMS = Integer.getInteger("laue.acceptance.atoms", 64);
  private static final Path FOLDER = Path.of("target/parent-acceptance");
  private static final int COMPOUNDS = 900;

  /** Share of the atoms taken out, displacement in angstrom. */
  private static final double[][] LEVELS = {{0.1, 0}, {0.3, 0}, {0, 0.03}, {0, 0.1}, {0.2, 0.05}};

  /** The same, much more of both. */
  private static final double[][] HARD = {{0.5, 0.1}, {0.3, 0.15}, {0, 0.2}};

  @BeforeAll
  static void asked() throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("laue.acceptance"),
        "Crystals of every group, broken in five ways, take minutes: -Dlaue.acceptance=true");
    Files.createDirectories(FOLDER);
  }

  @Test
  void generatedCrystalsOfEveryGroup() throws IOException {
    int[] right = new int[LEVELS.length];
    for (Row row : rows("groups", SEED, LEVELS)) {
      right[row.level] += row.isRight() ? 1 : 0;
    }
    for (int level = 0; level < LEVELS.length; level++) {
      assertThat(right[level]).as("level " + level).isGreaterThanOrEqualTo(222);
    }
  }

  /** Of crystals that are broken much more, so that many are wrong. */
  @Test
  void certaintyIsTheShareThatIsRight() throws IOException {
    List<Row> all = rows("certainty", SEED + 1, HARD).stream().filter(r -> r.found > 0).toList();
    List<Row> sure = all.stream().filter(row -> row.certainty >= 0.9).toList();
    List<Row> unsure = all.stream().filter(row -> row.certainty < 0.9).toList();
    assertThat(share(sure)).isGreaterThanOrEqualTo(0.9);
    assertThat(share(unsure)).isLessThan(share(sure));
  }

  private static double share(List<Row> rows) {
    return rows.stream().filter(Row::isRight).count() / (double) rows.size();
  }

  /** What was found of one broken crystal; group 0 is no parent. */
  private record Row(
      int group, int level, int sites, int atoms, int found, double certainty, String evidence) {
    boolean isRight() {
      return group == found;
    }
  }

  private static List<Row> rows(String name, long seed, double[][] levels) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int group = 2; group <= 230; group++) {
      Crystal cell = new RandomCrystals(seed * 1000 + group).small(group, MAX_ATOMS);
      int edge = cell.atomCount() > 8 ? 3 : 4;
      for (int level = 0; level < levels.length; level++) {
        Breaker breaker = new Breaker(seed * 10_000 + 10L * group + level);
        Crystal whole = breaker.disguise(cell.supercell(edge, edge, edge));
        Crystal moved = breaker.displacements(whole, levels[level][1]);
        Row row = row(group, level, cell, breaker.vacancies(moved, levels[level][0]));
        rows.add(row);
        lines.add(row.toString());
      }
      Files.write(FOLDER.resolve(name + "-" + seed + ".txt"), lines);
    }
    return rows;
  }

  private static Row row(int group, int level, Crystal cell, Crystal given) {
    Optional<ParentLattice> parent = ParentLattice.find(given);
    Optional<ParentGroup> found = parent.map(p -> p.group(0.1));
    String evidence =
        String.format(
            Locale.ROOT,
            "%.4f %.4f %.4f",
            found.map(ParentGroup::excess).orElse(Double.NaN),
            found.map(ParentGroup::refused).orElse(Double.NaN),
            parent.map(ParentLattice::sigmaAngstrom).orElse(Double.NaN));
    return new Row(
        group,
        level,
        cell.atomCount(),
        given.atomCount(),
        found.map(g -> g.symmetry().number()).orElse(0),
        found.map(ParentGroup::certainty).orElse(Double.NaN),
        evidence);
  }

  /**
   * Drawn from the Materials Project. Some are supercells, of a parent with the group of the cell;
   * a parent with another group is a false one.
   */
  @Test
  void pristineCompoundsAreNoBrokenCrystals() throws IOException {
    List<OptimadeStructures.Entry> all = new ArrayList<>();
    Path file = OptimadeStructures.file("mp_main/mp_full_00.optimade.jsonl.gz");
    StableRandom random = new StableRandom(SEED);
    int[] seen = {0};
    OptimadeStructures.forEach(
        file,
        entry -> {
          if (entry.attributes().path("nelements").asInt() > 1) {
            int place = random.nextInt(++seen[0]);
            if (all.size() < COMPOUNDS) {
              all.add(entry);
            } else if (place < COMPOUNDS) {
              all.set(place, entry);
            }
          }
        });
    List<String> broken = new ArrayList<>();
    for (OptimadeStructures.Entry entry : all) {
      PreparedCluster prepared =
          ClusterPreparation.prepare(entry.crystal(), FingerprintParameters.defaults());
      int own = SymmetryFinder.symmetry(entry.crystal(), Tolerance.of(0.01)).number();
      if (prepared.isBrokenSupercell() && prepared.spaceGroup() != own) {
        broken.add(entry.id() + " " + entry.crystal().formula() + " " + prepared.spaceGroup());
      }
    }
    Files.write(FOLDER.resolve("false-parents-" + SEED + ".txt"), broken);
    assertThat(broken).hasSizeLessThanOrEqualTo(3);
  }
}
