package org.laue.prototypes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.ResourceTable;
import org.laue.UserException;
import org.laue.structure.Element;

/** Sizes of the elements in their own crystals; the table names its sources. */
final class ElementSizes {
  /** d^3 / v of a close packing, for elements whose neighbours are partners in a molecule. */
  private static final double DENSE = Math.sqrt(2);

  private static final TreeMap<Integer, Size> SIZES = read();

  private ElementSizes() {}

  /**
   * @param volume per atom, cubic angstrom
   * @param packing cube of the nearest-neighbour distance over that volume
   */
  record Size(double volume, double packing) {}

  static Size of(int atomicNumber) {
    Size size = SIZES.get(atomicNumber);
    if (size == null) {
      throw new UserException(
          "No atomic volume is known for element "
              + Element.of(atomicNumber).symbol()
              + " (prototypes.elements); leave it out");
    }
    return size;
  }

  /** Atomic numbers of all elements with a size, rising. */
  static List<Integer> known() {
    return List.copyOf(SIZES.keySet());
  }

  private static TreeMap<Integer, Size> read() {
    TreeMap<Integer, Size> sizes = new TreeMap<>(Map.of());
    for (String line : ResourceTable.lines(ElementSizes.class, "elements.txt")) {
      String[] words = line.split("\\s+");
      double volume = Double.parseDouble(words[2]);
      sizes.put(Integer.parseInt(words[0]), new Size(volume, packing(words[3], volume)));
    }
    return sizes;
  }

  private static double packing(String distance, double volume) {
    if (distance.equals("-")) {
      return DENSE;
    }
    double d = Double.parseDouble(distance);
    return d * d * d / volume;
  }
}
