package org.laue.formats.io;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** Atoms as they come from a file; grows with what is there, not with what a file announces. */
public final class AtomList {
  private final int maxAtoms;
  private int[] numbers = new int[16];
  private double[] positions = new double[48];
  private int count;
  private String lastSymbol = "";
  private int lastNumber;

  public AtomList(ReadLimits limits) {
    this.maxAtoms = limits.maxAtoms();
  }

  public int size() {
    return count;
  }

  public double[] positions() {
    return Arrays.copyOf(positions, 3 * count);
  }

  /** Adds an atom by its element symbol. */
  public void add(String symbol, double x, double y, double z) {
    if (!symbol.equals(lastSymbol)) {
      lastNumber = atomicNumber(symbol);
      lastSymbol = symbol;
    }
    add(lastNumber, x, y, z);
  }

  public void add(int atomicNumber, double x, double y, double z) {
    if (count == maxAtoms) {
      throw new UserException("Structure has more than " + maxAtoms + " atoms; cut it into parts");
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      positions = Arrays.copyOf(positions, 6 * count);
    }
    numbers[count] = atomicNumber;
    positions[3 * count] = x;
    positions[3 * count + 1] = y;
    positions[3 * count + 2] = z;
    count++;
  }

  /** Moves one atom. */
  public void move(int atom, double[] position) {
    System.arraycopy(position, 0, positions, 3 * atom, 3);
  }

  public double[] position(int atom) {
    return Arrays.copyOfRange(positions, 3 * atom, 3 * atom + 3);
  }

  /** Atomic number of one atom. */
  public int number(int atom) {
    return numbers[atom];
  }

  public static int atomicNumber(String symbol) {
    return Element.find(symbol).map(Element::atomicNumber).orElseThrow(() -> unknown(symbol));
  }

  public static UserException unknown(String symbol) {
    return new UserException(
        "Unknown element " + LineSource.shown(symbol) + "; write a symbol of the periodic table");
  }

  public Crystal crystalOfFractional(Lattice lattice) {
    return crystalOfFractional(lattice, atom -> Integer.toString(atom + 1));
  }

  /**
   * @param names of atoms (counted from 0), for the message
   */
  public Crystal crystalOfFractional(Lattice lattice, IntFunction<String> names) {
    Crystal crystal = Crystal.of(lattice, numbers(), positions());
    Overlaps.check(crystal, names);
    return crystal;
  }

  public Crystal crystalOfCartesian(Lattice lattice) {
    Crystal crystal = Crystal.ofCartesian(lattice, numbers(), positions());
    Overlaps.check(crystal, atom -> Integer.toString(atom + 1));
    return crystal;
  }

  /**
   * A finite cluster. It keeps the lattice for its distances unless atoms would then meet their
   * images, which says that the lattice is only a box drawn around them.
   */
  public Cluster cluster(Optional<Lattice> lattice) {
    Cluster free = Cluster.of(numbers(), positions());
    Overlaps.check(free);
    return lattice
        .filter(box -> !Overlaps.any(Crystal.ofCartesian(box, numbers(), positions())))
        .map(box -> Cluster.of(numbers(), positions(), box))
        .orElse(free);
  }

  public int[] numbers() {
    return Arrays.copyOf(numbers, count);
  }
}
