package org.laue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.laue.defects.DefectSpec;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.SpaceGroupNumbers;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** Space groups of the supercells of the seven classes, beside the C library of Spglib. */
final class SymmetryBench {
  private static final List<Tolerance> SETTINGS =
      List.of(Tolerance.TIGHT, Tolerance.MEDIUM, Tolerance.LOOSE);
  private static final int WARM_UP = 3;

  /** Defects of {@code conf/paper.conf} but its substitutions. */
  private static final List<String> STUDY =
      Stream.of(
              Stream.of("pristine"),
              Stream.of(
                      "0.001", "0.002", "0.003", "0.004", "0.005", "0.01", "0.02", "0.04", "0.06",
                      "0.08", "0.10")
                  .map(sigma -> "displacement " + sigma),
              Stream.of(
                      "0.01", "0.02", "0.05", "0.10", "0.15", "0.20", "0.25", "0.30", "0.40",
                      "0.50", "0.60", "0.70")
                  .map(share -> "vacancy " + share))
          .flatMap(each -> each)
          .toList();

  private static final int WARM_UP_ROUNDS = 40;
  private static final int REPEATS = 5;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PythonPeer peer;

  /** Sums over the cells of one group. */
  private static final class Sum {
    private int calls;
    private double ours;
    private double oursWorst;
    private double theirs;
    private double theirsWorst;
    private int different;

    void add(double our, double their, boolean same) {
      calls++;
      ours += our;
      oursWorst = Math.max(oursWorst, our);
      theirs += their;
      theirsWorst = Math.max(theirsWorst, their);
      different += same ? 0 : 1;
    }
  }

  SymmetryBench(PythonPeer peer) {
    this.peer = peer;
  }

  void run(BenchTable table) throws IOException {
    warmUp();
    group(table, "pristine", List.of("pristine"));
    group(
        table,
        "displaced 0.001-0.06 A",
        List.of(
            "displacement 0.001", "displacement 0.002", "displacement 0.01", "displacement 0.06"));
    group(table, "vacancies 1-25 %", List.of("vacancy 0.01", "vacancy 0.05", "vacancy 0.25"));
    growth(table);
    baseline(table);
  }

  /**
   * The baseline of the full study: what its pristine, displaced and depleted variants ask of cells
   * of every class, three settings by two rule sets. No release of Spglib has both rule sets.
   */
  private void baseline(BenchTable table) {
    List<Crystal> variants = new ArrayList<>();
    for (BenchClusters.Case c : BenchClusters.all()) {
      for (String defect : STUDY) {
        variants.add(DefectSpec.parse(defect, "").apply(crystal(c.pristine()), 1));
      }
    }
    double millis = Double.POSITIVE_INFINITY;
    int answered = 0;
    for (int i = 0; i < WARM_UP; i++) {
      long start = threads.getCurrentThreadCpuTime();
      answered = variants.stream().mapToInt(SymmetryBench::askAll).sum();
      millis =
          Math.min(millis, 1e-6 * (threads.getCurrentThreadCpuTime() - start) / variants.size());
    }
    table.cost(
        "symmetry, baseline",
        variants.size() + " variants, three settings by two rule sets each",
        millis,
        Double.NaN,
        "CPU ms a variant",
        Double.NaN,
        String.format(
            Locale.ROOT,
            "%.0f CPU s for the full study's 273,442; %,d answers here",
            millis * 1e-3 * 273_442,
            answered));
  }

  /** How many of the six answers are a group. */
  private static int askAll(Crystal variant) {
    SpaceGroupNumbers numbers = new SpaceGroupNumbers(variant);
    int answered = 0;
    for (SpglibCompat compat : List.of(SpglibCompat.V2, SpglibCompat.V1_9_9)) {
      for (Tolerance tolerance : SETTINGS) {
        answered += numbers.at(tolerance, compat).isPresent() ? 1 : 0;
      }
    }
    return answered;
  }

  /** Until the compiler has seen every kind of cell often enough. */
  private void warmUp() {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (BenchClusters.Case c : BenchClusters.all()) {
        for (String defect : List.of("pristine", "displacement 0.002", "vacancy 0.05")) {
          Crystal cell = DefectSpec.parse(defect, "").apply(crystal(c.pristine()), round);
          SETTINGS.forEach(tolerance -> find(cell, tolerance));
        }
      }
    }
  }

  private void group(BenchTable table, String name, List<String> defects) throws IOException {
    Sum sum = new Sum();
    for (BenchClusters.Case c : BenchClusters.all()) {
      for (String defect : defects) {
        Crystal cell = DefectSpec.parse(defect, "").apply(crystal(c.pristine()), 1);
        for (Tolerance tolerance : SETTINGS) {
          measure(cell, tolerance, sum);
        }
      }
    }
    String work = sum.calls + " cells of 192-378 atoms, tight, medium and loose";
    String note = "against Spglib " + peer.note() + "; other number in " + sum.different + " cells";
    table.cost(
        "symmetry, " + name + ", mean",
        work,
        sum.ours / sum.calls,
        sum.theirs / sum.calls,
        "CPU ms",
        Double.NaN,
        note);
    table.cost(
        "symmetry, " + name + ", worst",
        work,
        sum.oursWorst,
        sum.theirsWorst,
        "CPU ms",
        Double.NaN,
        note);
  }

  private void growth(BenchTable table) throws IOException {
    Crystal cube =
        Crystal.of(
            Lattice.ofParameters(3.6, 3.6, 3.6, 90, 90, 90),
            new int[] {29, 29, 29, 29},
            new double[] {0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0});
    for (int n : new int[] {2, 4, 6, 8, 10}) {
      Sum sum = new Sum();
      Crystal cell = cube.supercell(n, n, n);
      measure(cell, Tolerance.MEDIUM, sum);
      table.cost(
          "symmetry, growth",
          "pristine fcc, " + cell.atomCount() + " atoms",
          sum.ours,
          sum.theirs,
          "CPU ms",
          Double.NaN,
          "");
    }
  }

  private void measure(Crystal cell, Tolerance tolerance, Sum sum) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      find(cell, tolerance);
    }
    double best = Double.POSITIVE_INFINITY;
    int number = 0;
    for (int i = 0; i < REPEATS; i++) {
      long start = threads.getCurrentThreadCpuTime();
      number = find(cell, tolerance);
      best = Math.min(best, 1e-6 * (threads.getCurrentThreadCpuTime() - start));
    }
    if (!peer.isThere()) {
      sum.add(best, Double.NaN, true);
      return;
    }
    JsonNode answer =
        peer.ask(
            Map.of(
                "lattice", cell.lattice().rows(),
                "fractional", cell.fractional(),
                "numbers", cell.atomicNumbers(),
                "symprec", tolerance.symprec(),
                "angle", tolerance.angleTolerance()));
    sum.add(best, answer.path("ms").asDouble(), answer.path("number").asInt() == number);
  }

  private int find(Crystal cell, Tolerance tolerance) {
    return SymmetryFinder.spaceGroupNumber(cell, tolerance, SpglibCompat.V2).orElse(0);
  }

  private static Crystal crystal(Cluster cluster) {
    return Crystal.ofCartesian(
        cluster.periodicLattice().orElseThrow(), cluster.atomicNumbers(), cluster.cartesian());
  }
}
