package org.laue.symmetry;

import com.sun.jna.Library;
import com.sun.jna.Native;
import org.junit.jupiter.api.Assumptions;
import org.laue.structure.Crystal;

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
  }

  private static final Symspg LIBRARY = load();

  private Spglib() {}

  private static Symspg load() {
    try {
      return Native.load("libsymspg.so.1", Symspg.class);
    } catch (UnsatisfiedLinkError missing) {
      return null;
    }
  }

  static void assumeInstalled() {
    Assumptions.assumeTrue(
        LIBRARY != null,
        "libsymspg.so.1 (Debian: libsymspg1) is not installed; nothing to compare with");
  }

  /** Space-group number, or 0 where Spglib has no answer. */
  static int number(Crystal crystal, Tolerance tolerance) {
    return LIBRARY.spgat_get_international(
        new byte[11],
        Rows.transposed(crystal.lattice().rows()),
        crystal.fractional(),
        crystal.atomicNumbers(),
        crystal.atomCount(),
        tolerance.symprec(),
        tolerance.angleTolerance());
  }
}
