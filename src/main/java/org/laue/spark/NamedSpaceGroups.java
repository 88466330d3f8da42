package org.laue.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.operations.SymmetryOperation;

/** Operations for CIFs that only name their space group, from the table of Hall settings. */
public final class NamedSpaceGroups implements SpaceGroupOperations {
  /** Translations of the tables are multiples of 1/24. */
  private static final int PARTS = 24;

  @Override
  public List<List<String>> of(String hall, String hermannMauguin, int number) {
    List<HallSetting> settings =
        matching(hall, setting -> plain(setting.hallSymbol()).equals(plain(hall)));
    if (settings.isEmpty()) {
      settings = matching(hermannMauguin, setting -> isNamed(setting, hermannMauguin));
    }
    if (settings.isEmpty() && hall == null && hermannMauguin == null) {
      settings = matching("", setting -> setting.number() == number);
    }
    return settings.stream()
        .filter(setting -> number == 0 || setting.number() == number)
        .map(setting -> HallSettings.operations(setting.hallNumber()))
        .map(operations -> operations.stream().map(NamedSpaceGroups::triplet).toList())
        .distinct()
        .toList();
  }

  private static List<HallSetting> matching(String name, Predicate<HallSetting> test) {
    return name == null ? List.of() : HallSettings.all().stream().filter(test).toList();
  }

  /** A symbol may end with the choice of origin or axes, as in {@code F d -3 m :2}. */
  private static boolean isNamed(HallSetting setting, String hermannMauguin) {
    String[] parts = hermannMauguin.split(":", 2);
    String symbol = plain(parts[0]);
    boolean chosen =
        parts.length == 1
            || setting.choice().equalsIgnoreCase(parts[1].strip())
            || setting.choice().toLowerCase(Locale.ROOT).endsWith(plain(parts[1]));
    return chosen && names(setting).contains(symbol);
  }

  private static List<String> names(HallSetting setting) {
    List<String> names = new ArrayList<>();
    String full = setting.internationalFull();
    names.add(plain(full));
    if (!isMonoclinic(setting)) {
      names.add(plain(setting.internationalShort()));
    } else if (setting.choice().startsWith("b")) {
      names.add(plain(full.replaceAll(" 1(?= |$)", "")));
    }
    return names;
  }

  /** Their short symbols leave out the axis; unless a full symbol says more, it is b. */
  private static boolean isMonoclinic(HallSetting setting) {
    return setting.number() >= 3 && setting.number() <= 15;
  }

  private static String plain(String symbol) {
    return symbol.replaceAll("[\\s_'()]", "").toLowerCase(Locale.ROOT);
  }

  private static String triplet(SymmetryOperation operation) {
    return IntStream.range(0, 3)
        .mapToObj(row -> row(operation, row))
        .reduce((left, right) -> left + "," + right)
        .orElseThrow();
  }

  private static String row(SymmetryOperation operation, int row) {
    StringBuilder text = new StringBuilder();
    for (int axis = 0; axis < 3; axis++) {
      int factor = operation.w(row, axis);
      if (factor != 0) {
        text.append(factor < 0 ? "-" : "+").append("xyz".charAt(axis));
      }
    }
    long parts = Math.round(operation.t(row) * PARTS);
    return parts == 0 ? text.toString() : text + (parts < 0 ? "-" : "+") + Math.abs(parts) + "/24";
  }
}
