package org.laue.symmetry.groups;

import org.laue.symmetry.lattice.CrystalSystem;

/**
 * One of the 530 settings of the space groups.
 *
 * @param hallNumber 1 to 530, the running number of Spglib
 * @param number space-group number of the International Tables, 1 to 230
 * @param choice axes, cell or origin choice, for instance {@code b1}, {@code 2}, {@code H}; may be
 *     empty
 * @param hallSymbol for instance {@code -F 4 2 3}
 * @param internationalShort Hermann-Mauguin symbol without spaces, for instance {@code Fm-3m}
 * @param internationalFull full Hermann-Mauguin symbol, for instance {@code P 1 2_1/c 1}
 * @param schoenflies for instance {@code Oh^5}
 * @param pointGroup crystal class in Hermann-Mauguin notation, for instance {@code m-3m}
 */
public record HallSetting(
    int hallNumber,
    int number,
    String choice,
    String hallSymbol,
    String internationalShort,
    String internationalFull,
    String schoenflies,
    String pointGroup) {

  public CrystalSystem crystalSystem() {
    return CrystalSystem.ofSpaceGroup(number);
  }
}
