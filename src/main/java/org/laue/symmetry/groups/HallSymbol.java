package org.laue.symmetry.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laue.UserException;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.operations.Centring;

/**
 * A space group in Hall's explicit-origin notation (S. R. Hall, Acta Cryst. A37, 517, 1981;
 * International Tables for Crystallography B, section 1.4, appendix 2): {@code L NAT NAT NAT V},
 * for instance {@code -I 4bd 2c 3}. The symbol names generators; all operations follow from it.
 */
public final class HallSymbol {
  /** Order of the largest space group modulo lattice translations: 48 rotations, F centred. */
  private static final int LARGEST_ORDER = 192;

  private static final Map<Character, int[]> TRANSLATIONS =
      Map.of(
          'a', new int[] {6, 0, 0},
          'b', new int[] {0, 6, 0},
          'c', new int[] {0, 0, 6},
          'n', new int[] {6, 6, 6},
          'u', new int[] {3, 0, 0},
          'v', new int[] {0, 3, 0},
          'w', new int[] {0, 0, 3},
          'd', new int[] {3, 3, 3});

  private final String symbol;
  private final Centring centring;
  private final List<SymmetryOperation> generators;

  private HallSymbol(String symbol, Centring centring, List<SymmetryOperation> generators) {
    this.symbol = symbol;
    this.centring = centring;
    this.generators = List.copyOf(generators);
  }

  /**
   * Reads a symbol.
   *
   * @throws UserException if it is not a Hall symbol
   */
  public static HallSymbol parse(String symbol) {
    String trimmed = symbol.strip();
    int bracket = trimmed.indexOf('(');
    String[] words = (bracket < 0 ? trimmed : trimmed.substring(0, bracket)).strip().split("\\s+");
    boolean centrosymmetric = words[0].startsWith("-");
    Centring centring = centring(words[0].substring(centrosymmetric ? 1 : 0), symbol);
    List<SymmetryOperation> generators = new ArrayList<>();
    if (centrosymmetric) {
      generators.add(new SymmetryOperation(HallRotation.INVERSION, new double[3]));
    }
    int previousOrder = 0;
    char previousAxis = 'z';
    for (int i = 1; i < words.length; i++) {
      HallRotation rotation = HallRotation.parse(words[i], i, previousOrder, previousAxis, symbol);
      generators.add(rotation.operation(TRANSLATIONS));
      previousOrder = rotation.order();
      previousAxis = rotation.axis();
    }
    double[] shift = bracket < 0 ? new double[3] : shift(trimmed.substring(bracket), symbol);
    generators.replaceAll(generator -> generator.shifted(shift).inParts(Centring.PARTS));
    return new HallSymbol(trimmed, centring, generators);
  }

  private static Centring centring(String letter, String symbol) {
    for (Centring centring : Centring.values()) {
      if (centring.name().equals(letter)) {
        return centring;
      }
    }
    throw new UserException(
        "Hall symbol '" + symbol + "' must begin with a lattice letter P, A, B, C, I, R or F");
  }

  /** The origin shift {@code (n n n)}, written in twelfths, in cell edges. */
  private static double[] shift(String bracket, String symbol) {
    String[] numbers = bracket.replaceAll("[()]", " ").strip().split("\\s+");
    if (numbers.length != 3) {
      throw new UserException("Origin shift of Hall symbol '" + symbol + "' needs three twelfths");
    }
    try {
      return Arrays.stream(numbers)
          .mapToDouble(number -> Integer.parseInt(number) / (double) Centring.PARTS)
          .toArray();
    } catch (NumberFormatException e) {
      throw new UserException(
          "Origin shift of Hall symbol '" + symbol + "' needs three whole twelfths", e);
    }
  }

  public Centring centring() {
    return centring;
  }

  /** Generators without the centring translations. */
  List<SymmetryOperation> generators() {
    return generators;
  }

  /**
   * All operations of one conventional cell: one per rotation first (identity first), then the same
   * with each centring translation.
   */
  public List<SymmetryOperation> operations() {
    List<SymmetryOperation> representatives = representatives();
    List<SymmetryOperation> all = new ArrayList<>(representatives);
    for (SymmetryOperation translation : centring.translations()) {
      for (SymmetryOperation operation : representatives) {
        all.add(translation.after(operation).inParts(Centring.PARTS));
      }
    }
    return all;
  }

  /** One operation for each rotation, identity first. */
  public List<SymmetryOperation> representatives() {
    List<SymmetryOperation> found = new ArrayList<>();
    Set<List<Integer>> rotations = new LinkedHashSet<>();
    add(SymmetryOperation.IDENTITY, found, rotations);
    for (int i = 0; i < found.size(); i++) {
      for (SymmetryOperation generator : generators) {
        add(generator.after(found.get(i)).inParts(Centring.PARTS), found, rotations);
      }
    }
    return found;
  }

  private void add(
      SymmetryOperation operation, List<SymmetryOperation> found, Set<List<Integer>> rotations) {
    List<Integer> key = new ArrayList<>();
    for (int entry : operation.rotation()) {
      key.add(entry);
    }
    if (rotations.add(key)) {
      found.add(operation);
      if (found.size() > LARGEST_ORDER) {
        throw new UserException("Hall symbol '" + symbol + "' generates no finite group");
      }
    }
  }

  @Override
  public String toString() {
    return symbol;
  }
}
