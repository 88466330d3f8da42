package org.laue.symmetry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.laue.structure.Crystal;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** Our numbers beside Spglib's for one set of crystals, with the CPU time of both. */
final class Agreement {
  private static final Path DIRECTORY = Path.of("target/symmetry-acceptance");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String name;
  private final List<String> differences = new ArrayList<>();
  private final List<String> wavering = new ArrayList<>();
  private int count;
  private int unequal;
  private int asked;
  private int verdicts;
  private long ours;
  private long spglibs;

  Agreement(String name) {
    this.name = name;
  }

  static long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Asks both. Our answer, 0 where there is none. */
  int compare(String id, Crystal crystal, Tolerance tolerance) {
    return compare(id, crystal, tolerance, List.of());
  }

  /**
   * The same, with the groups that would be a right answer, to compare the verdicts of both.
   *
   * @return our answer, 0 where there is none
   */
  int compare(String id, Crystal crystal, Tolerance tolerance, List<Integer> right) {
    long start = cpuNanos();
    int own = SymmetryFinder.spaceGroupNumber(crystal, tolerance, SpglibCompat.V2).orElse(0);
    long middle = cpuNanos();
    int other = Spglib.number(crystal, tolerance);
    ours += middle - start;
    spglibs += cpuNanos() - middle;
    String others = own == other ? "" : "\t" + inDisguise(crystal, tolerance);
    count(id + "\t" + crystal.atomCount() + "\t" + tolerance.symprec() + others, own, other);
    if (own != other && others.contains(" " + own + " ")) {
      wavering.add(id);
    }
    asked += right.size();
    if (right.contains(own) == right.contains(other)) {
      verdicts++;
    }
    return own;
  }

  /**
   * What Spglib answers when the first one to eight atoms come last, and when the last bits of the
   * coordinates change: numbers between blanks.
   */
  private static String inDisguise(Crystal crystal, Tolerance tolerance) {
    StringBuilder answers = new StringBuilder(" ");
    for (int first = 1; first <= Math.min(8, crystal.atomCount() - 1); first++) {
      answers.append(Spglib.number(rolled(crystal, first), tolerance)).append(' ');
    }
    for (int seed = 0; seed < 8; seed++) {
      answers.append(Spglib.number(inTheLastBits(crystal, seed), tolerance)).append(' ');
    }
    return answers.toString();
  }

  private static Crystal inTheLastBits(Crystal crystal, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] fractional = crystal.fractional();
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] += (random.nextDouble() - 0.5) * 1e-15;
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), fractional);
  }

  /** The crystal with its first atoms at the end of the list. */
  static Crystal rolled(Crystal crystal, int first) {
    int count = crystal.atomCount();
    int[] numbers = new int[count];
    double[] fractional = new double[3 * count];
    for (int i = 0; i < count; i++) {
      numbers[i] = crystal.atomicNumber((i + first) % count);
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = crystal.fractional((i + first) % count, axis);
      }
    }
    return Crystal.of(crystal.lattice(), numbers, fractional);
  }

  /** Counts a pair of answers that were got elsewhere. */
  void count(String id, int own, int other) {
    count++;
    if (own != other) {
      unequal++;
      differences.add(name + "\t" + id + "\t" + own + "\t" + other);
    }
  }

  /** Adds the counts of a part that was written already. */
  void add(Agreement part) {
    count += part.count;
    unequal += part.unequal;
    asked += part.asked;
    verdicts += part.verdicts;
    ours += part.ours;
    spglibs += part.spglibs;
    wavering.addAll(part.wavering);
  }

  int equal() {
    return count - unequal;
  }

  int count() {
    return count;
  }

  double percent() {
    return 100.0 * equal() / count;
  }

  double verdictPercent() {
    return 100.0 * verdicts / count;
  }

  /** Adds a line to the summary, and each difference to its table. */
  void write() throws IOException {
    String line = "%-44s %6d of %6d equal (%.3f %%)".formatted(name, equal(), count, percent());
    if (spglibs > 0) {
      line +=
          ", CPU ms per call %.3f, Spglib %.3f"
              .formatted(ours / 1e6 / count, spglibs / 1e6 / count);
    }
    if (asked > 0) {
      line += ", same verdict %.3f %%".formatted(verdictPercent());
    }
    if (!wavering.isEmpty()) {
      line += ", of the others %d where Spglib itself wavers".formatted(wavering.size());
    }
    append("summary.txt", List.of(line));
    append("differences.tsv", differences);
  }

  /** A line of the summary that counts no pairs. */
  static void note(String format, Object... values) throws IOException {
    append("summary.txt", List.of(String.format(Locale.ROOT, format, values)));
  }

  static void clear() throws IOException {
    Files.createDirectories(DIRECTORY);
    Files.deleteIfExists(DIRECTORY.resolve("summary.txt"));
    Files.deleteIfExists(DIRECTORY.resolve("differences.tsv"));
  }

  private static void append(String file, List<String> lines) throws IOException {
    Files.write(
        DIRECTORY.resolve(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
