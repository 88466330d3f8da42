package org.laue.symmetry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laue.structure.Crystal;
import org.laue.symmetry.cell.Normaliser;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.Tolerance;

/** Which parts of our data set are those of Spglib's. */
final class DatasetComparison {
  static final String LETTERS_BUT_FOR_CHOICE = "letters up to axes and origin";

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzA";

  private DatasetComparison() {}

  /** Parts by name, and whether they are equal; nothing where Spglib has no answer. */
  static Map<String, Boolean> of(Crystal crystal, Tolerance tolerance) {
    Spglib.Dataset other = Spglib.dataset(crystal, tolerance);
    Map<String, Boolean> equal = new LinkedHashMap<>();
    if (other != null) {
      SymmetryDataset own = SymmetryFinder.symmetry(crystal, tolerance);
      int[] letters = own.wyckoffLetters().stream().mapToInt(ALPHABET::indexOf).toArray();
      equal.put("Hall number", own.hallNumber() == other.hallNumber());
      equal.put("number of operations", own.operations().size() == other.operationCount());
      equal.put("equivalent atoms", Arrays.equals(own.equivalentAtoms(), other.equivalentAtoms()));
      equal.put("site symmetries", own.siteSymmetries().equals(other.siteSymmetries()));
      equal.put("letters", Arrays.equals(letters, other.letters()));
      equal.put(LETTERS_BUT_FOR_CHOICE, isChoice(own.hallNumber(), letters, other.letters()));
    }
    return equal;
  }

  private static boolean isChoice(int hallNumber, int[] ours, int[] theirs) {
    List<Normaliser.Choice> choices = Normaliser.of(hallNumber);
    return choices.stream()
        .map(choice -> Arrays.stream(ours).map(letter -> choice.positions()[letter]).toArray())
        .anyMatch(exchanged -> Arrays.equals(exchanged, theirs));
  }
}
