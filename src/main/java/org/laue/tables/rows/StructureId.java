package org.laue.tables.rows;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.tables.Hashes;

/**
 * Name of a crystal by its content: equal for the same cell whatever the order of its atoms, the
 * orientation of its lattice in space, whole cells added to coordinates, and rounding below 1e-6
 * (angstrom, or of a lattice vector). Two descriptions of one crystal by different cells stay two.
 */
public final class StructureId {
  private static final double GRID = 1e6;
  private static final int HEX_DIGITS = 32;

  /**
   * Shifts the borders between grid points off the numbers that people write: a coordinate with up
   * to nine decimals and its copy with rounding noise end in the same cell of the grid.
   */
  private static final double OFFSET = 0.5 + 0.070387;

  private StructureId() {}

  /** 32 hexadecimal digits. */
  public static String of(Crystal crystal) {
    MessageDigest digest = Hashes.sha256();
    add(digest, metric(crystal.lattice()));
    for (long[] atom : sortedAtoms(crystal.atomicNumbers(), wrapped(crystal.fractional()))) {
      add(digest, atom);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }

  /** Name of any atoms: a crystal's as above; a cluster's by its Cartesian positions. */
  public static String of(Atoms atoms) {
    if (atoms instanceof Crystal crystal) {
      return of(crystal);
    }
    MessageDigest digest = Hashes.sha256();
    atoms.periodicLattice().ifPresent(lattice -> add(digest, metric(lattice)));
    long[] positions = Arrays.stream(atoms.cartesian()).mapToLong(StructureId::onGrid).toArray();
    for (long[] atom : sortedAtoms(atoms.atomicNumbers(), positions)) {
      add(digest, atom);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }

  /** Three lengths (angstrom), three cosines and the handedness. */
  private static long[] metric(Lattice lattice) {
    double[] g = lattice.metric();
    double[] lengths = lattice.lengths();
    return new long[] {
      onGrid(lengths[0]),
      onGrid(lengths[1]),
      onGrid(lengths[2]),
      onGrid(g[5] / (lengths[1] * lengths[2])),
      onGrid(g[2] / (lengths[0] * lengths[2])),
      onGrid(g[1] / (lengths[0] * lengths[1])),
      lattice.determinant() > 0 ? 1 : -1
    };
  }

  private static long[] wrapped(double[] fractional) {
    return Arrays.stream(fractional)
        .mapToLong(f -> Math.floorMod(onGrid(f - Math.floor(f)), (long) GRID))
        .toArray();
  }

  private static long onGrid(double x) {
    return (long) Math.floor(x * GRID + OFFSET);
  }

  private static long[][] sortedAtoms(int[] numbers, long[] positions) {
    return IntStream.range(0, numbers.length)
        .mapToObj(
            i ->
                new long[] {
                  numbers[i], positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]
                })
        .sorted(Arrays::compare)
        .toArray(long[][]::new);
  }

  private static void add(MessageDigest digest, long[] values) {
    for (long value : values) {
      for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        digest.update((byte) (value >>> shift));
      }
    }
  }
}
