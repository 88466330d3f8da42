package org.laue.scan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;

/** What a scan says of each atom, in the order of the input; 37 bytes an atom. */
public final class AtomAnswers implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BYTES = 37;

  private final byte[] kinds;
  private final float[] probabilities;
  private final float[] quaternions;
  private final float[] displacements;
  private final int[] grains;

  AtomAnswers(int count) {
    this(
        new byte[count],
        new float[count],
        new float[Math.multiplyExact(4, count)],
        new float[Math.multiplyExact(3, count)],
        new int[count]);
  }

  private AtomAnswers(
      byte[] kinds,
      float[] probabilities,
      float[] quaternions,
      float[] displacements,
      int[] grains) {
    this.kinds = kinds;
    this.probabilities = probabilities;
    this.quaternions = quaternions;
    this.displacements = displacements;
    this.grains = grains;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(size());
    out.write(kinds);
    for (float[] numbers : new float[][] {probabilities, quaternions, displacements}) {
      for (float number : numbers) {
        out.writeFloat(number);
      }
    }
    for (int grain : grains) {
      out.writeInt(grain);
    }
  }

  static AtomAnswers read(KeptInput in) throws IOException {
    int count = in.count(BYTES);
    byte[] kinds = in.bytes(count);
    for (byte kind : kinds) {
      in.between(kind, 0, LocalClass.values().length - 1L);
    }
    AtomAnswers answers =
        new AtomAnswers(
            kinds, in.floats(count), in.floats(4 * count), in.floats(3 * count), new int[count]);
    for (int atom = 0; atom < count; atom++) {
      answers.grains[atom] = in.nextInt();
    }
    return answers;
  }

  public int size() {
    return kinds.length;
  }

  public LocalClass kind(int atom) {
    return LocalClass.at(kinds[atom]);
  }

  /** Probability that the class is right, 0 to 1. */
  public float probability(int atom) {
    return probabilities[atom];
  }

  /**
   * Turn of the lattice from its reference orientation (see {@link Template}), as the component 0
   * to 3 of the unit quaternion (x, y, z, w); of the equivalent turns the smallest. All 0 where
   * there is no lattice.
   */
  public float quaternion(int atom, int component) {
    return quaternions[4 * atom + component];
  }

  /** Component 0 to 2 of the vector from the lattice site to the atom, angstrom. */
  public float displacement(int atom, int axis) {
    return displacements[3 * atom + axis];
  }

  /** Number of the grain, the largest is 1; 0 where the atom is of none. */
  public int grain(int atom) {
    return grains[atom];
  }

  void set(int atom, LocalClass kind, double probability) {
    kinds[atom] = (byte) kind.ordinal();
    probabilities[atom] = (float) probability;
  }

  void setLattice(int atom, double[] quaternion, double[] displacement) {
    for (int i = 0; i < 4; i++) {
      quaternions[4 * atom + i] = (float) quaternion[i];
    }
    for (int i = 0; i < 3; i++) {
      displacements[3 * atom + i] = (float) displacement[i];
    }
  }

  /** Takes over all but the grain. */
  void copy(int atom, AtomAnswers other, int from) {
    kinds[atom] = other.kinds[from];
    probabilities[atom] = other.probabilities[from];
    System.arraycopy(other.quaternions, 4 * from, quaternions, 4 * atom, 4);
    System.arraycopy(other.displacements, 3 * from, displacements, 3 * atom, 3);
  }

  void setGrain(int atom, int grain) {
    grains[atom] = grain;
  }

  /** Matrix of the turn, or null where there is no lattice. */
  double[] rotation(int atom) {
    float x = quaternions[4 * atom];
    float y = quaternions[4 * atom + 1];
    float z = quaternions[4 * atom + 2];
    float w = quaternions[4 * atom + 3];
    return x == 0 && y == 0 && z == 0 && w == 0 ? null : Quaternions.matrix(x, y, z, w);
  }
}
