package org.laue.symmetry.groups;

import java.util.Arrays;
import java.util.List;
import org.laue.ResourceTable;
import org.laue.UserException;
import org.laue.structure.SymmetryOperation;

/**
 * The 530 settings of the 230 space groups, read from {@code hall-settings.tsv}. The table holds
 * symbols alone; operations are generated from them.
 */
public final class HallSettings {
  private static final List<HallSetting> ALL =
      ResourceTable.lines(HallSettings.class, "hall-settings.tsv").stream()
          .map(HallSettings::row)
          .toList();
  private static final int[] STANDARD = firstOfEachSpaceGroup();

  private HallSettings() {}

  /** All settings in order of the Hall number. */
  public static List<HallSetting> all() {
    return ALL;
  }

  /** The setting of a Hall number, 1 to 530. */
  public static HallSetting of(int hallNumber) {
    if (hallNumber < 1 || hallNumber > ALL.size()) {
      throw new UserException("Hall number must be 1 to 530, was " + hallNumber);
    }
    return ALL.get(hallNumber - 1);
  }

  /**
   * The standard setting of a space group: its first, which is unique axis b with cell choice 1,
   * hexagonal axes, origin choice 1.
   *
   * @param number space-group number, 1 to 230
   */
  public static HallSetting standardOf(int number) {
    if (number < 1 || number > STANDARD.length) {
      throw new UserException("Space-group number must be 1 to 230, was " + number);
    }
    return ALL.get(STANDARD[number - 1] - 1);
  }

  /** All operations of a setting in its conventional cell, identity first. */
  public static List<SymmetryOperation> operations(int hallNumber) {
    return HallSymbol.parse(of(hallNumber).hallSymbol()).operations();
  }

  private static int[] firstOfEachSpaceGroup() {
    int[] first = new int[230];
    for (HallSetting setting : ALL) {
      if (first[setting.number() - 1] == 0) {
        first[setting.number() - 1] = setting.hallNumber();
      }
    }
    return first;
  }

  private static HallSetting row(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 8) {
      throw new IllegalStateException("Row of hall-settings.tsv: " + Arrays.toString(cells));
    }
    return new HallSetting(
        Integer.parseInt(cells[0]),
        Integer.parseInt(cells[1]),
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6],
        cells[7]);
  }
}
