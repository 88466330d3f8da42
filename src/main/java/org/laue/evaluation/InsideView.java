package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a network makes of crystals on the way to its answers, and whether that tells their
 * symmetry.
 *
 * @param similarities of the vectors within and between space groups and crystal systems
 * @param ranks directions in which the vectors spread
 * @param changes of the answers where a crystal is given otherwise
 */
public record InsideView(
    List<Similarity> similarities, List<EffectiveRank> ranks, List<Change> changes) {

  /**
   * How much answers change where the same crystals are given otherwise.
   *
   * @param how for instance {@code rotated}
   * @param quantity the number that is answered
   * @param crystals how many were asked about
   * @param largest change of the answer, in the unit of the number
   */
  public record Change(String how, String quantity, String unit, int crystals, double largest) {}

  public InsideView {
    similarities = List.copyOf(similarities);
    ranks = List.copyOf(ranks);
    changes = List.copyOf(changes);
  }

  /**
   * One crystal.
   *
   * @param spaceGroup 0 where it is not known
   * @param system empty where it is not known
   * @param elements atomic numbers or symbols
   * @param vectors by what they are; of every crystal the same
   */
  public record Seen(
      int spaceGroup, String system, List<?> elements, SortedMap<String, double[]> vectors) {
    public Seen {
      elements = List.copyOf(elements);
      vectors = Collections.unmodifiableSortedMap(new TreeMap<>(vectors));
    }
  }

  /**
   * @param crystals at least one
   * @param compared which vectors are compared with each other
   * @param ranked of which vectors the rank is asked
   */
  public static InsideView of(
      List<Seen> crystals, List<String> compared, List<String> ranked, List<Change> changes) {
    List<Similarity> similarities = new ArrayList<>();
    List<Seen> known = crystals.stream().filter(c -> c.spaceGroup() > 0).toList();
    boolean[][] related = related(known);
    for (String what : compared) {
      double[][] cosines = Similarity.cosines(vectors(known, what));
      for (boolean[][] excluded : new boolean[][][] {null, related}) {
        List<Integer> groups = known.stream().map(Seen::spaceGroup).toList();
        List<String> systems = known.stream().map(Seen::system).toList();
        similarities.add(Similarity.of(what, "space group", cosines, groups, excluded));
        similarities.add(Similarity.of(what, "crystal system", cosines, systems, excluded));
      }
    }
    List<EffectiveRank> ranks =
        ranked.stream().map(what -> EffectiveRank.of(what, vectors(crystals, what))).toList();
    return new InsideView(similarities, ranks, changes);
  }

  /** Pairs that share an element. */
  private static boolean[][] related(List<Seen> crystals) {
    boolean[][] related = new boolean[crystals.size()][crystals.size()];
    for (int i = 0; i < related.length; i++) {
      for (int j = 0; j < related.length; j++) {
        related[i][j] =
            !Collections.disjoint(crystals.get(i).elements(), crystals.get(j).elements());
      }
    }
    return related;
  }

  private static double[][] vectors(List<Seen> crystals, String what) {
    return crystals.stream().map(c -> c.vectors().get(what)).toArray(double[][]::new);
  }
}
