package org.laue.symmetry;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;
import org.laue.symmetry.operations.Tolerance;

/** Debian's libsymspg 2.0.2 as the oracle of the tests, where it is installed. */
final class Spglib {
  /** The function of the C library that is called. */
  interface Symspg extends Library {
    int spgat_get_international(
        byte[] symbol,
        double[] columns,
        double[] positions,
        int[] types,
        int atomCount,
        double symprec,
        double angleTolerance);

    Pointer spgat_get_dataset(
        double[] columns,
        double[] positions,
        int[] types,
        int atomCount,
        double symprec,
        double angleTolerance);

    void spg_free_dataset(Pointer dataset);
  }

  /**
   * What is compared of Spglib's data set.
   *
   * @param letters Wyckoff letter of each atom, 0 for a
   */
  record Dataset(
      int number,
      int hallNumber,
      int operationCount,
      int[] letters,
      List<String> siteSymmetries,
      int[] equivalentAtoms) {}

  /** Where the members of the C structure of release 2.0.2 begin, in bytes. */
  private static final int HALL_NUMBER = 4;

  private static final int OPERATION_COUNT = 144;
  private static final int LETTERS = 176;
  private static final int SITE_SYMMETRIES = 184;
  private static final int EQUIVALENT_ATOMS = 192;
  private static final int SYMBOL_LENGTH = 7;

  private static final Symspg LIBRARY = load();

  private Spglib() {}

  private static Symspg load() {
    try {
      return Native.load("libsymspg.so.1", Symspg.class);
    } catch (UnsatisfiedLinkError missing) {
      return null;
    }
  }

  static boolean isInstalled() {
    return LIBRARY != null;
  }

  static void assumeInstalled() {
    Assumptions.assumeTrue(
        isInstalled(),
        "libsymspg.so.1 (Debian: libsymspg1) is not installed; nothing to compare with");
  }

  /** Space-group number, or 0 where Spglib has no answer. */
  static int number(Crystal crystal, Tolerance tolerance) {
    return LIBRARY.spgat_get_international(
        new byte[11],
        Matrix3.transposed(crystal.lattice().rows()),
        crystal.fractional(),
        crystal.atomicNumbers(),
        crystal.atomCount(),
        tolerance.symprec(),
        tolerance.angleTolerance());
  }

  /** The whole data set, or null where Spglib has no answer. */
  static Dataset dataset(Crystal crystal, Tolerance tolerance) {
    int count = crystal.atomCount();
    Pointer found =
        LIBRARY.spgat_get_dataset(
            Matrix3.transposed(crystal.lattice().rows()),
            crystal.fractional(),
            crystal.atomicNumbers(),
            count,
            tolerance.symprec(),
            tolerance.angleTolerance());
    if (found == null) {
      return null;
    }
    try {
      Pointer symbols = found.getPointer(SITE_SYMMETRIES);
      return new Dataset(
          found.getInt(0),
          found.getInt(HALL_NUMBER),
          found.getInt(OPERATION_COUNT),
          found.getPointer(LETTERS).getIntArray(0, count),
          IntStream.range(0, count)
              .mapToObj(atom -> symbols.getString((long) SYMBOL_LENGTH * atom).strip())
              .toList(),
          found.getPointer(EQUIVALENT_ATOMS).getIntArray(0, count));
    } finally {
      LIBRARY.spg_free_dataset(found);
    }
  }
}
