package org.laue.formats.cif;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.LineSource;
import org.laue.structure.Element;

/**
 * The element of a CIF site: from its type symbol ({@code Fe3+}), or from its label ({@code Fe1},
 * {@code OW2}, {@code Wat1} of the AMCSD), where the chemical formula decides between two readings.
 * A site that names several elements, or a part of one, is disordered.
 */
final class CifElements {
  /** An element, perhaps with a charge (which may be 0 or a fraction), a number or a suffix. */
  private static final Pattern TYPE =
      Pattern.compile("([A-Za-z]{1,2})(\\d*|\\d*\\.?\\d*[+-]|[+-]\\d*\\.?\\d*|[_(:'*].*)");

  /** Types of SHELX and ICSD that are longer: valence scatterers. */
  private static final Pattern VALENCE = Pattern.compile("(?i)(c|si)(val|va)");

  /** Two elements with a sign between them, or an element with a fraction. */
  private static final Pattern MIXED =
      Pattern.compile(
          "\\d*\\.?\\d*\\s*[A-Z][a-z]?\\d*\\.?\\d*[+-]?\\s*[,;/&+]\\s*\\d*\\.?\\d*\\s*[A-Z].*"
              + "|[A-Z][a-z]?0?\\.\\d+([A-Z(\\s].*)?"
              + "|\\d*\\.\\d+\\s*[A-Z].*|[A-Z][a-z]?\\d+\\s*[A-Z][a-z]?\\d+.*");

  private static final Pattern WATER = Pattern.compile("(?i)(wat|wa|ow|oh|hoh|h2o)(?![a-z]).*");
  private static final Pattern OF_WATER = Pattern.compile("(?i)hw(?![a-z]).*");

  /** Dummy atoms and vacancies are neither deuterium nor vanadium. */
  private static final Pattern NO_ATOM = Pattern.compile("(?i)(du|va)(?![a-z]).*|(dum|vac).*");

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
    String text = typeSymbol == null ? label : typeSymbol;
    return (typeSymbol == null ? ofLabel(label) : ofType(typeSymbol))
        .map(Element::atomicNumber)
        .orElseThrow(() -> AtomList.unknown(text));
  }

  private Optional<Element> ofType(String symbol) {
    refuseMixture(symbol);
    Matcher type = TYPE.matcher(symbol.strip());
    if (type.matches()) {
      return find(type.group(1)).or(() -> ofWater(symbol));
    }
    Matcher valence = VALENCE.matcher(symbol.strip());
    return valence.matches() ? find(valence.group(1)) : ofWater(symbol);
  }

  private Optional<Element> ofLabel(String label) {
    if (!label.matches("[A-Z][a-z]?\\d+[A-Z]\\d+.*")) {
      refuseMixture(label);
    }
    String letters = letters(label);
    Optional<Element> two = letters.length() < 2 ? Optional.empty() : find(letters.substring(0, 2));
    Optional<Element> one = letters.isEmpty() ? Optional.empty() : find(letters.substring(0, 1));
    Optional<Element> fitting = two.filter(this::possible);
    if (fitting.isPresent()) {
      return fitting;
    }
    boolean lower = letters.length() > 1 && Character.isLowerCase(letters.charAt(1));
    if (lower && two.isPresent()) {
      return one.filter(this::inFormula).or(() -> two);
    }
    if (NO_ATOM.matcher(label).matches()) {
      return Optional.empty();
    }
    return ofWater(label).or(() -> one.filter(lower ? this::mayHaveSuffix : this::possible));
  }

  /** A small letter behind an element tells sites apart, as in {@code Oa1}; only O has no twin. */
  private boolean mayHaveSuffix(Element element) {
    return inFormula(element) || inFormula.isEmpty() && element.symbol().equals("O");
  }

  private static Optional<Element> ofWater(String name) {
    if (WATER.matcher(name.strip()).matches()) {
      return Element.find("O");
    }
    return OF_WATER.matcher(name.strip()).matches() ? Element.find("H") : Optional.empty();
  }

  private static void refuseMixture(String name) {
    if (MIXED.matcher(name.strip()).matches()) {
      throw new UserException(
          "Mixed or partly filled site "
              + LineSource.shown(name)
              + "; only fully ordered structures are read");
    }
  }

  private boolean possible(Element element) {
    return inFormula.isEmpty() || inFormula(element);
  }

  private boolean inFormula(Element element) {
    return inFormula.contains(element.atomicNumber());
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
