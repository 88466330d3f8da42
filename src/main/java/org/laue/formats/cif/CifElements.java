package org.laue.formats.cif;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.formats.io.AtomList;
import org.laue.structure.Element;

/**
 * The element of a CIF site: from its type symbol ({@code Fe3+}), or from its label ({@code Fe1},
 * {@code OW2}), where the chemical formula decides between two readings.
 */
final class CifElements {
  private static final Pattern LETTERS = Pattern.compile("([A-Za-z]+).*", Pattern.DOTALL);
  private static final Pattern FORMULA_PART = Pattern.compile("([A-Z][a-z]?)[0-9.]*");

  private final Set<Integer> inFormula = new HashSet<>();

  /**
   * @param formula such as {@code 'Fe2 O3'}, or null
   */
  CifElements(String formula) {
    Matcher parts = FORMULA_PART.matcher(formula == null ? "" : formula);
    while (parts.find()) {
      Element.find(parts.group(1)).ifPresent(element -> inFormula.add(element.atomicNumber()));
    }
  }

  int atomicNumber(String typeSymbol, String label) {
    return (typeSymbol == null ? ofLabel(label) : ofType(typeSymbol))
        .map(Element::atomicNumber)
        .orElseThrow(() -> AtomList.unknown(typeSymbol == null ? label : typeSymbol));
  }

  private static Optional<Element> ofType(String symbol) {
    return find(letters(symbol));
  }

  private Optional<Element> ofLabel(String label) {
    String letters = letters(label);
    Optional<Element> two = letters.length() < 2 ? Optional.empty() : find(letters.substring(0, 2));
    Optional<Element> one = letters.isEmpty() ? Optional.empty() : find(letters.substring(0, 1));
    if (letters.length() > 1 && Character.isLowerCase(letters.charAt(1))) {
      return two;
    }
    return two.filter(this::possible).or(() -> one.filter(this::possible));
  }

  private boolean possible(Element element) {
    return inFormula.isEmpty() || inFormula.contains(element.atomicNumber());
  }

  private static String letters(String text) {
    Matcher matcher = LETTERS.matcher(text.strip());
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** A {@code T} in a CIF is the tetrahedral site of a silicate, not tritium. */
  private static Optional<Element> find(String symbol) {
    return symbol.equalsIgnoreCase("T") ? Optional.empty() : Element.find(symbol);
  }
}
