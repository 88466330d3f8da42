package org.laue.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well a quantity is predicted of some of the crystals.
 *
 * @param by what they have in common: {@code crystal system}, {@code atoms}, {@code element}
 * @param group of which value of it: {@code cubic}, {@code 11-20}, {@code Fe}
 */
public record NumberGroup(
    String quantity, String unit, String by, String group, NumberErrors errors) {
  public static final String SYSTEM = "crystal system";
  public static final String ATOMS = "atoms";
  public static final String ELEMENT = "element";

  /** Most atoms of each range; above the last there is one more. */
  private static final int[] MOST = {5, 10, 20, 40, 80};

  /** Every quantity by crystal system, by number of atoms and by element, in this order. */
  public static List<NumberGroup> of(List<NumberAnswer> answers) {
    List<NumberGroup> groups = new ArrayList<>();
    for (List<NumberAnswer> all : NumberAnswer.byQuantity(answers).values()) {
      add(groups, all, SYSTEM, a -> a.system().isEmpty() ? List.of() : List.of(a.system()));
      add(groups, all, ATOMS, a -> List.of(range(a.atoms())));
      add(groups, all, ELEMENT, NumberAnswer::elements);
    }
    return groups;
  }

  private static String range(int atoms) {
    int least = 1;
    for (int most : MOST) {
      if (atoms <= most) {
        // A space more where there is a digit less: sorted as numbers are.
        return "%2d-%d".formatted(least, most);
      }
      least = most + 1;
    }
    return "over " + (least - 1);
  }

  private static void add(
      List<NumberGroup> groups,
      List<NumberAnswer> all,
      String by,
      Function<NumberAnswer, List<String>> members) {
    Map<String, List<NumberAnswer>> byName = new TreeMap<>();
    for (NumberAnswer answer : all) {
      members
          .apply(answer)
          .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(answer));
    }
    NumberAnswer any = all.get(0);
    byName.forEach(
        (name, own) ->
            groups.add(new NumberGroup(any.quantity(), any.unit(), by, name.strip(), errors(own))));
  }

  private static NumberErrors errors(List<NumberAnswer> answers) {
    return NumberErrors.of(
        answers.stream().mapToDouble(NumberAnswer::truth).toArray(),
        answers.stream().mapToDouble(NumberAnswer::predicted).toArray(),
        answers.size());
  }
}
