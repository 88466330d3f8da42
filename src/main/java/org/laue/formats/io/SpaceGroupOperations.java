package org.laue.formats.io;

import java.util.List;
import java.util.OptionalInt;
import org.laue.structure.Crystal;
import org.laue.structure.SymmetryOperation;

/** What a reader of CIFs has to know of space groups: from names to operations, and back. */
public interface SpaceGroupOperations {
  /**
   * A space group in given axes and origin.
   *
   * @param number space-group number, or 0 if only the operations tell
   * @param name symbol with the choice of axes or origin, for messages
   * @param choice of axes or origin as the tables name it; may be empty
   * @param operations all of them, identity first
   */
  record Setting(int number, String name, String choice, List<SymmetryOperation> operations) {
    /** Whether a symbol without further words means this one rather than others. */
    public boolean isUsual() {
      return choice.isEmpty() || choice.matches("-?b[123]?|H");
    }
  }

  /** Knows none; files that only name their group are rejected with what to do. */
  SpaceGroupOperations NONE =
      new SpaceGroupOperations() {
        @Override
        public List<Setting> ofHall(String symbol) {
          return List.of();
        }

        @Override
        public List<Setting> ofHermannMauguin(String symbol) {
          return List.of();
        }

        @Override
        public List<Setting> ofNumber(int number) {
          return List.of();
        }

        @Override
        public OptionalInt numberOf(Crystal crystal, double symprec) {
          return OptionalInt.empty();
        }
      };

  /** The setting of a Hall symbol; empty if it is none. */
  List<Setting> ofHall(String symbol);

  /** All settings that a Hermann-Mauguin symbol can mean; empty if it means none. */
  List<Setting> ofHermannMauguin(String symbol);

  /** The standard settings of a space group: one, or those of two origins or axes. */
  List<Setting> ofNumber(int number);

  /**
   * The space group that a crystal's atoms have.
   *
   * @param symprec how far atoms may be from their images, angstrom
   */
  OptionalInt numberOf(Crystal crystal, double symprec);
}
