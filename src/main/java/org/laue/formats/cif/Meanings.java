package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.formats.io.SpaceGroupOperations.Setting;
import org.laue.structure.SymmetryOperation;

/**
 * The settings that the names of a block can mean.
 *
 * @param settings those that all names allow; where they allow none in common, those of each
 * @param contradict whether the names exclude each other
 * @param hasOtherSettings whether the group has settings that only a symbol would tell
 */
record Meanings(List<Setting> settings, boolean contradict, boolean hasOtherSettings) {

  private static final Setting P1 = new Setting(1, "P1", "", List.of(SymmetryOperation.IDENTITY));

  static Meanings of(CifGroupNames names, SpaceGroupOperations known) {
    List<List<Setting>> lists = new ArrayList<>();
    names.halls().forEach(hall -> lists.add(orOne(hall, known.ofHall(hall))));
    names.symbols().forEach(name -> lists.add(orOne(name, known.ofHermannMauguin(name))));
    boolean unreadable = !lists.isEmpty() && lists.stream().allMatch(List::isEmpty);
    lists.removeIf(List::isEmpty);
    if (unreadable) {
      return new Meanings(List.of(), false, false);
    }
    boolean numberAlone = lists.isEmpty();
    if (names.number() != 0) {
      List<Setting> numbered = orOne("P" + names.number(), known.ofNumber(names.number()));
      lists.add(numberAlone ? numbered : ofNumber(lists, names.number(), numbered));
    }
    List<Setting> common = common(lists);
    boolean contradict = common.isEmpty() && !lists.isEmpty();
    List<Setting> settings =
        contradict ? lists.stream().flatMap(List::stream).distinct().toList() : common;
    return new Meanings(
        hinted(settings, names.choices(), known), contradict, numberAlone && names.number() > 2);
  }

  /** What P 1 means needs no table. */
  private static List<Setting> orOne(String name, List<Setting> found) {
    return found.isEmpty() && name.replaceAll("[\\s_]", "").equalsIgnoreCase("P1")
        ? List.of(P1)
        : found;
  }

  /** Settings under any name whose group has the number, else the group's own. */
  private static List<Setting> ofNumber(
      List<List<Setting>> lists, int number, List<Setting> numbered) {
    List<Setting> same =
        lists.stream()
            .flatMap(List::stream)
            .filter(setting -> setting.number() == number || setting.number() == 0)
            .toList();
    return same.isEmpty() ? numbered : same;
  }

  private static List<Setting> common(List<List<Setting>> lists) {
    Map<Set<SymmetryOperation>, Setting> common = new LinkedHashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      Map<Set<SymmetryOperation>, Setting> these = new LinkedHashMap<>();
      lists.get(i).forEach(setting -> these.putIfAbsent(group(setting), setting));
      if (i == 0) {
        common.putAll(these);
      } else {
        common.keySet().retainAll(these.keySet());
      }
    }
    return List.copyOf(common.values());
  }

  private static Set<SymmetryOperation> group(Setting setting) {
    return Set.copyOf(setting.operations());
  }

  /** Where more than one is left, those of the choice that the block mentions elsewhere. */
  private static List<Setting> hinted(
      List<Setting> settings, List<String> choices, SpaceGroupOperations known) {
    List<Setting> left = settings;
    for (String choice : choices) {
      Set<Set<SymmetryOperation>> hall =
          known.ofHall(choice).stream().map(Meanings::group).collect(Collectors.toSet());
      List<Setting> hinted =
          left.stream()
              .filter(s -> s.choice().equalsIgnoreCase(choice) || hall.contains(group(s)))
              .toList();
      left = hinted.isEmpty() || left.size() == 1 ? left : hinted;
    }
    return left;
  }

  Set<Integer> numbers() {
    return settings.stream().map(Setting::number).collect(Collectors.toSet());
  }
}
