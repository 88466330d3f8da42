package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;
import org.laue.defects.DefectSpec;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.CrystalClass;
import org.laue.symmetry.RandomCrystals;

/**
 * How far the probability of a verdict can be believed: generated compounds of all groups of the
 * classes and of others, whole and broken, which no network was shown. Minutes, so only where asked
 * for; rows go to {@code target/verdict-acceptance.txt}.
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dit.test=VerdictAcceptanceIT -Dlaue.acceptance=true [-Dlaue.acceptance.count=10]</pre>
 */
class VerdictAcceptanceIT {
  private static final int COUNT = Integer.getInteger("laue.acceptance.count", 10);
  private static final int MOST_ATOMS = 32;
  private static final int BLOCK = 250;
  private static final Path ROWS = Path.of("target/verdict-acceptance.txt");
  private static final DefectSpec MOVED = DefectSpec.parse("displacement 0.05", "");
  private static final DefectSpec LOST = DefectSpec.parse("vacancy 0.2", "");

  /** One answer; {@code expected} is unknown for groups of no class. */
  private record Row(int group, boolean broken, String expected, Verdict verdict, String network) {
    boolean isRight() {
      return verdict.label().equals(expected);
    }

    boolean isSure() {
      return verdict.isKnown() && verdict.probability() >= 0.9;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d %s %s %s %.4f %s",
          group,
          broken,
          expected,
          verdict.label(),
          verdict.probability(),
          network);
    }
  }

  @Test
  void verdictsGivenWithCertaintyAreRight() throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("laue.acceptance"),
        "Compounds of many groups, whole and broken, take minutes: -Dlaue.acceptance=true");
    Laue laue = Laue.load();
    List<Row> rows = new ArrayList<>();
    for (int group : ClassScheme.paper().spaceGroups()) {
      for (int seed = 0; seed < COUNT; seed++) {
        ask(laue, group, seed, rows);
      }
    }
    StableRandom random = new StableRandom(7);
    for (int other = 0; other < 4 * COUNT; other++) {
      int group = 2 + random.nextInt(194);
      if (!ClassScheme.paper().spaceGroups().contains(group)) {
        ask(laue, group, other, rows);
      }
    }
    List<Row> sure = rows.stream().filter(Row::isSure).toList();
    long right = sure.stream().filter(Row::isRight).count();
    assertThat(right / (double) sure.size()).isGreaterThanOrEqualTo(0.99);
  }

  private static void ask(Laue laue, int group, int seed, List<Row> rows) throws IOException {
    Crystal cell = compound(group, seed);
    String label =
        ClassScheme.paper().ofSpaceGroup(group).map(CrystalClass::label).orElse(Verdict.UNKNOWN);
    int edge = (int) Math.ceil(Math.cbrt(BLOCK / (double) cell.atomCount()));
    Crystal moved = MOVED.apply(cell.supercell(edge, edge, edge), seed);
    add(label, group, false, laue.classify(cell), rows);
    add(label, group, true, laue.classify(LOST.apply(moved, seed + 1)), rows);
    Files.createDirectories(ROWS.getParent());
    Files.write(ROWS, rows.stream().map(Row::toString).toList());
  }

  private static void add(String label, int group, boolean broken, Answer answer, List<Row> rows) {
    rows.add(new Row(group, broken, label, answer.verdict(), answer.network().label()));
  }

  private static Crystal compound(int group, int seed) {
    RandomCrystals random = new RandomCrystals(1000L * group + seed);
    Crystal crystal = random.small(group, MOST_ATOMS);
    while (Arrays.stream(crystal.atomicNumbers()).distinct().count() == 1) {
      crystal = random.small(group, MOST_ATOMS);
    }
    return crystal;
  }
}
