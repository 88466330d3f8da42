package org.laue.scan;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the surroundings of an atom are. The codes up to 7 are those of OVITO's polyhedral template
 * matching, so that its colours and names apply; 9 is ours.
 */
public enum LocalClass {
  /** No lattice: liquid, glass, grain boundary, surface. */
  UNKNOWN(0, "unknown", 0xb0b0b0),
  FCC(1, "fcc", 0x66ff66),
  HCP(2, "hcp", 0xff6666),
  BCC(3, "bcc", 0x6666ff),
  SC(5, "sc", 0xa014fe),
  DIAMOND(6, "diamond", 0x1360c0),
  HEX_DIAMOND(7, "hex_diamond", 0xfe8900),
  /** Atoms repeat in three directions, but as none of the lattices above. */
  OTHER(9, "other_crystal", 0xf2e04d);

  private static final LocalClass[] ALL = values();

  private final int code;
  private final String label;
  private final int rgb;

  LocalClass(int code, String label, int rgb) {
    this.code = code;
    this.label = label;
    this.rgb = rgb;
  }

  /** The class at a position of {@link #values}, as results store it. */
  public static LocalClass at(int ordinal) {
    return ALL[ordinal];
  }

  public static Optional<LocalClass> ofLabel(String label) {
    return Arrays.stream(ALL).filter(c -> c.label.equals(label)).findFirst();
  }

  /** Whether its rotations are those of the hexagonal prism; else those of the cube. */
  boolean isHexagonal() {
    return this == HCP || this == HEX_DIAMOND;
  }

  /** Number of the structure type in files. */
  public int code() {
    return code;
  }

  public String label() {
    return label;
  }

  /** Colour of pictures, 0xRRGGBB. */
  public int rgb() {
    return rgb;
  }
}
