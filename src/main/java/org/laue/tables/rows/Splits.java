package org.laue.tables.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laue.tables.Hashes;

/**
 * Which structures are kept for the test. {@code random} draws them within each class, as the paper
 * does; {@code honest} draws whole groups of structures that share prototype and parameter region,
 * so that the test asks for more than memory.
 */
public final class Splits {
  public static final String TRAIN = "train";
  public static final String TEST = "test";

  /** Kept aside from training and test. */
  public static final String VALIDATION = "validation";

  /** On the training side, but its image is too near to one of the test. */
  public static final String DROPPED = "dropped";

  /** A class may exceed its share of the test by this factor, as groups stay whole. */
  private static final double SLACK = 1.25;

  private Splits() {}

  /**
   * Structures of one class that belong together.
   *
   * @param name prototype and region, or the formula of a crystal from a file
   */
  public record Group(String label, String name, long size) {}

  /** Test structures of a class of {@code n}: at least one, and never all. */
  public static long testCount(long n, double fraction) {
    return n < 2 ? 0 : Math.min(n - 1, Math.max(1, Math.round(fraction * n)));
  }

  /** The groups whose structures are all kept for the test: a function of the arguments alone. */
  public static Set<Group> honestTest(Collection<Group> groups, double fraction, long seed) {
    Map<String, List<Group>> byLabel = groups.stream().collect(Collectors.groupingBy(Group::label));
    Set<Group> test = new HashSet<>();
    byLabel.values().forEach(ofClass -> test.addAll(testOfClass(ofClass, fraction, seed)));
    return test;
  }

  private static List<Group> testOfClass(List<Group> groups, double fraction, long seed) {
    long total = groups.stream().mapToLong(Group::size).sum();
    double most = SLACK * testCount(total, fraction);
    List<Group> taken = new ArrayList<>();
    long size = 0;
    for (Group group : shuffled(groups, seed)) {
      if (size + group.size() <= most) {
        taken.add(group);
        size += group.size();
      }
    }
    return taken.isEmpty() ? smallest(groups, total) : taken;
  }

  /** Where every group is large: the smallest, unless it is most of the class. */
  private static List<Group> smallest(List<Group> groups, long total) {
    return groups.stream()
        .min(Comparator.comparingLong(Group::size).thenComparing(Group::name))
        .filter(group -> 2 * group.size() <= total)
        .stream()
        .toList();
  }

  private static List<Group> shuffled(List<Group> groups, long seed) {
    return groups.stream()
        .sorted(
            Comparator.comparingLong((Group g) -> Hashes.mix(seed, g.label() + "|" + g.name()))
                .thenComparing(Group::name))
        .toList();
  }
}
