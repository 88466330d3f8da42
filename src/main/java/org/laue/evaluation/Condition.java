package org.laue.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * What was done to the crystals of one row of the table.
 *
 * @param defect pristine, displacement, vacancy, substitution or combination
 * @param level sigma in angstrom for displacements, a fraction for vacancies and substitutions, 0
 *     for pristine
 * @param detail what the level alone does not say, for instance {@code binary}; may be empty
 */
public record Condition(String defect, double level, String detail)
    implements Comparable<Condition> {
  public static final Condition PRISTINE = new Condition("pristine", 0, "");

  /** Several defects at once, which the detail names with their levels. */
  public static final String COMBINATION = "combination";

  private static final List<String> ORDER =
      List.of("pristine", "displacement", "vacancy", "substitution");

  private static final Comparator<Condition> BY_TABLE_ORDER =
      Comparator.comparingInt((Condition c) -> rank(c.defect))
          .thenComparing(Condition::defect)
          .thenComparingDouble(Condition::level)
          .thenComparing(Condition::detail);

  private static int rank(String defect) {
    int place = ORDER.indexOf(defect);
    return place < 0 ? ORDER.size() : place;
  }

  @Override
  public int compareTo(Condition other) {
    return BY_TABLE_ORDER.compare(this, other);
  }
}
