package org.laue.symmetry.groups;

import java.util.ArrayList;
import java.util.List;
import org.laue.BuiltOnce;
import org.laue.ResourceTable;
import org.laue.structure.SymmetryOperation;

/**
 * The Wyckoff positions of the 230 space groups in their standard settings, read from {@code
 * wyckoff-positions.tsv}.
 */
public final class WyckoffTable {
  private static final List<List<String[]>> LINES = read();
  private static final BuiltOnce<List<WyckoffPosition>> POSITIONS =
      new BuiltOnce<>(LINES.size(), WyckoffTable::build);

  private WyckoffTable() {}

  /** Positions of a space group, 1 to 230, in order of their letters; the last is the general. */
  public static List<WyckoffPosition> of(int number) {
    return POSITIONS.get(number);
  }

  private static List<WyckoffPosition> build(int number) {
    int hallNumber = HallSettings.standardOf(number).hallNumber();
    List<SymmetryOperation> operations = TabulatedGroup.of(hallNumber).operations();
    return LINES.get(number).stream()
        .map(
            cells ->
                new WyckoffPosition(
                    cells[1].charAt(0), Integer.parseInt(cells[2]), cells[3], cells[4], operations))
        .toList();
  }

  private static List<List<String[]>> read() {
    List<List<String[]>> lines = new ArrayList<>();
    for (int number = 0; number <= 230; number++) {
      lines.add(new ArrayList<>());
    }
    ResourceTable.lines(WyckoffTable.class, "wyckoff-positions.tsv").stream()
        .map(line -> line.split("\t", -1))
        .forEach(cells -> lines.get(Integer.parseInt(cells[0])).add(cells));
    return lines;
  }
}
