package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.formats.io.Numbers;
import org.laue.structure.Element;

/**
 * What a data block says of the contents of its cell beside the sites: the formula, the number Z of
 * formula units, and the multiplicity of each site. It proves or refutes a list of atoms.
 */
final class CifContents {
  private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)(\\d*\\.?\\d*)(?=[A-Z\\s]|$)");
  private static final int HYDROGEN = 1;

  /** Relative rounding of the numbers in a formula. */
  private static final double ROUNDING = 0.02;

  private static final List<String> MULTIPLICITY =
      List.of("_atom_site_symmetry_multiplicity", "_atom_site_site_symmetry_multiplicity");

  /** What the contents say to a list of atoms. */
  enum Verdict {
    /** The counts are as stated. */
    FITS,
    /** As stated but for hydrogen, which is often not located. */
    FITS_WITHOUT_HYDROGEN,
    CONTRADICTS,
    /** Nothing is stated that could tell. */
    SILENT
  }

  private final String text;
  private final Map<Integer, Double> formula;
  private final double units;
  private final List<Integer> multiplicities;

  private CifContents(
      String text, Map<Integer, Double> formula, double units, List<Integer> multiplicities) {
    this.text = text;
    this.formula = formula;
    this.units = units;
    this.multiplicities = multiplicities;
  }

  static CifContents of(CifBlock block) {
    String formula = block.value("_chemical_formula_sum");
    String z = block.value("_cell_formula_units_z");
    double units = z != null && Numbers.isNumber(z) ? Numbers.parse(z, "Z") : 0;
    return new CifContents(formula, parse(formula), units, multiplicities(block));
  }

  private static Map<Integer, Double> parse(String formula) {
    Map<Integer, Double> counts = new TreeMap<>();
    String rest = formula == null ? "" : formula.strip();
    Matcher parts = PART.matcher(rest);
    StringBuilder left = new StringBuilder();
    while (parts.find()) {
      Optional<Element> element = Element.find(parts.group(1));
      String number = parts.group(2);
      if (element.isEmpty() || !number.isEmpty() && !Numbers.isNumber(number)) {
        return Map.of();
      }
      double count = number.isEmpty() ? 1 : Double.parseDouble(number);
      counts.merge(element.get().atomicNumber(), count, Double::sum);
      parts.appendReplacement(left, "");
    }
    parts.appendTail(left);
    boolean understood = left.toString().isBlank();
    return understood ? counts : Map.of();
  }

  private static List<Integer> multiplicities(CifBlock block) {
    List<Integer> numbers = new ArrayList<>();
    for (String value : block.column(MULTIPLICITY.toArray(String[]::new))) {
      if (value == null || !Numbers.isCount(value)) {
        return List.of();
      }
      numbers.add(Integer.parseInt(value));
    }
    return numbers;
  }

  /**
   * Whether these are the atoms of the cell.
   *
   * @param atomicNumbers of all atoms
   * @param images number of atoms that each listed site stands for
   */
  Verdict of(int[] atomicNumbers, int[] images) {
    Map<Integer, Double> counts = new TreeMap<>();
    for (int number : atomicNumbers) {
      counts.merge(number, 1.0, Double::sum);
    }
    if (!formula.isEmpty() && units > 0) {
      return fits(counts, units, true)
          ? Verdict.FITS
          : fits(counts, units, false) ? Verdict.FITS_WITHOUT_HYDROGEN : Verdict.CONTRADICTS;
    }
    if (multiplicities.size() == images.length && images.length > 0) {
      boolean same =
          Arrays.equals(images, multiplicities.stream().mapToInt(Integer::intValue).toArray());
      return same ? Verdict.FITS : Verdict.CONTRADICTS;
    }
    return formula.isEmpty() ? Verdict.SILENT : ofRatios(counts);
  }

  /** Without Z, ratios can contradict but not prove. */
  private Verdict ofRatios(Map<Integer, Double> counts) {
    double per = Double.NaN;
    for (Map.Entry<Integer, Double> part : formula.entrySet()) {
      if (part.getKey() != HYDROGEN && part.getValue() > 0) {
        per = counts.getOrDefault(part.getKey(), 0.0) / part.getValue();
        break;
      }
    }
    boolean fits = per > 0 && (fits(counts, per, true) || fits(counts, per, false));
    return fits || Double.isNaN(per) ? Verdict.SILENT : Verdict.CONTRADICTS;
  }

  private boolean fits(Map<Integer, Double> counts, double times, boolean withHydrogen) {
    Map<Integer, Double> expected = new TreeMap<>(formula);
    counts.keySet().forEach(element -> expected.putIfAbsent(element, 0.0));
    return expected.entrySet().stream()
        .filter(part -> withHydrogen || part.getKey() != HYDROGEN)
        .allMatch(
            part -> {
              double due = part.getValue() * times;
              double there = counts.getOrDefault(part.getKey(), 0.0);
              return Math.abs(there - due) <= ROUNDING * due;
            });
  }

  /** The formula as stated, with Z if it is given. */
  @Override
  public String toString() {
    String z = units == Math.rint(units) ? Integer.toString((int) units) : Double.toString(units);
    return formula.isEmpty()
        ? "the multiplicities of the sites"
        : "the formula " + text.strip() + (units > 0 ? " with Z = " + z : "");
  }
}
