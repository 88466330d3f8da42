package org.laue.structure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.laue.UserException;

/**
 * A chemical element.
 *
 * @param atomicNumber 1 (H) to 118 (Og)
 * @param symbol IUPAC symbol
 */
public record Element(int atomicNumber, String symbol) {
  private static final String[] SYMBOLS =
      ("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se"
              + " Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm"
              + " Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th"
              + " Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og")
          .split(" ");

  public static final int MAX_ATOMIC_NUMBER = SYMBOLS.length;

  /** Columns of the periodic table, numbered from 1. */
  public static final int GROUPS = 18;

  /** Rows of the periodic table, numbered from 1. */
  public static final int PERIODS = 7;

  /** Atomic numbers of the noble gases, after which a period begins. */
  private static final int[] PERIOD_ENDS = {0, 2, 10, 18, 36, 54, 86, 118};

  private static final Map<String, Element> BY_SYMBOL = new HashMap<>();

  static {
    for (int z = 1; z <= MAX_ATOMIC_NUMBER; z++) {
      BY_SYMBOL.put(SYMBOLS[z - 1], new Element(z, SYMBOLS[z - 1]));
    }
  }

  /**
   * @throws UserException if the number is no known element
   */
  public static Element of(int atomicNumber) {
    if (atomicNumber < 1 || atomicNumber > MAX_ATOMIC_NUMBER) {
      throw new UserException(
          "Atomic number must be 1 to " + MAX_ATOMIC_NUMBER + ", was " + atomicNumber);
    }
    return BY_SYMBOL.get(SYMBOLS[atomicNumber - 1]);
  }

  /**
   * The element of a symbol in any letter case, or empty. Deuterium and tritium read as hydrogen.
   */
  public static Optional<Element> find(String symbol) {
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    String normal =
        symbol.substring(0, 1).toUpperCase(Locale.ROOT)
            + symbol.substring(1).toLowerCase(Locale.ROOT);
    if (normal.equals("D") || normal.equals("T")) {
      return Optional.of(BY_SYMBOL.get("H"));
    }
    return Optional.ofNullable(BY_SYMBOL.get(normal));
  }

  /**
   * @throws UserException if the symbol is no known element
   */
  public static Element ofSymbol(String symbol) {
    return find(symbol).orElseThrow(() -> new UserException("Unknown element '" + symbol + "'"));
  }

  /** Row of the periodic table, 1 to {@value #PERIODS}. */
  public int period() {
    int period = 1;
    while (atomicNumber > PERIOD_ENDS[period]) {
      period++;
    }
    return period;
  }

  /**
   * Column of the periodic table, 1 to {@value #GROUPS}, lanthanum to ytterbium and actinium to
   * nobelium 0 (IUPAC's table of 2021 with lutetium and lawrencium in group 3).
   */
  public int group() {
    int place = atomicNumber - PERIOD_ENDS[period() - 1];
    int fromEnd = PERIOD_ENDS[period()] - atomicNumber;
    if (place <= 2 && fromEnd > 0) {
      return place;
    }
    return fromEnd < GROUPS - 2 ? GROUPS - fromEnd : 0;
  }
}
