package org.laue.formats.poscar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.Fields;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.SiteNames;
import org.laue.structure.Element;

/**
 * Kinds of atoms in a POSCAR.
 *
 * @param symbols one per kind, or empty where neither file nor comment names them
 * @param fromComment whether the comment line names them
 */
record PoscarSpecies(List<String> symbols, List<Integer> counts, boolean fromComment) {

  /** Reads the line of symbols (VASP 5) and the line of counts. */
  static PoscarSpecies read(LineSource lines, String comment, ReadLimits limits)
      throws IOException {
    List<String> words = Fields.of(lines.require("element symbols or atom counts"));
    boolean named = !words.isEmpty() && !Numbers.isCount(words.get(0));
    List<String> symbols = named ? symbols(words, lines) : List.of();
    List<Integer> counts =
        counts(named ? Fields.of(lines.require("atom counts")) : words, lines, limits);
    if (named && symbols.size() != counts.size()) {
      throw lines.error(symbols.size() + " element symbols but " + counts.size() + " atom counts");
    }
    List<String> told = named ? symbols : fromComment(comment, counts);
    if (told.isEmpty() && counts.size() > Element.MAX_ATOMIC_NUMBER) {
      throw lines.error(
          counts.size() + " kinds of atoms without symbols; write them above the atom counts");
    }
    return new PoscarSpecies(told, counts, !named && !told.isEmpty());
  }

  /**
   * Symbols may carry the name of a potential ({@code Fe_pv}, {@code Fe/1a2b}), a number that tells
   * sites of one element apart ({@code Fe1 Fe2}) or a charge ({@code Fe3+}).
   */
  private static List<String> symbols(List<String> words, LineSource lines) {
    List<String> symbols = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith("!") || word.startsWith("#")) {
        break;
      }
      symbols.add(
          SiteNames.element(word)
              .orElseThrow(() -> lines.error(AtomList.unknown(word).getMessage())));
    }
    return symbols;
  }

  private static List<Integer> counts(List<String> words, LineSource lines, ReadLimits limits) {
    List<Integer> counts = new ArrayList<>();
    long total = 0;
    for (String word : words) {
      if (!Numbers.isCount(word)) {
        break;
      }
      int count = Integer.parseInt(word);
      total += count;
      if (count < 0 || total > limits.maxAtoms()) {
        throw lines.error(
            "Atom counts must be 0 or more and " + limits.maxAtoms() + " in all, was " + word);
      }
      counts.add(count);
    }
    if (total == 0) {
      throw lines.error("Expected atom counts, was " + LineSource.shown(String.join(" ", words)));
    }
    return counts;
  }

  /** VASP 4 users write the symbols into the comment: {@code Ti O} or {@code Ti2 O4}. */
  private static List<String> fromComment(String comment, List<Integer> counts) {
    List<String> words = Fields.of(comment);
    List<String> symbols = new ArrayList<>();
    for (int i = 0; i < words.size() && i < counts.size(); i++) {
      String symbol = words.get(i).replaceFirst("[_0-9].*", "");
      String number = words.get(i).substring(symbol.length());
      boolean counted =
          number.isEmpty() || number.startsWith("_") || number.equals("" + counts.get(i));
      if (Element.find(symbol).isPresent() && counted) {
        symbols.add(symbol);
      }
    }
    return words.size() == counts.size() && symbols.size() == counts.size() ? symbols : List.of();
  }

  /**
   * Atomic number of an atom; without symbols above, of the word behind its position; and where
   * there is none either, the number of its kind, from 1.
   */
  int number(int kind, List<String> atomLine) {
    if (!symbols.isEmpty()) {
      return AtomList.atomicNumber(symbols.get(kind));
    }
    return behind(atomLine).map(Element::atomicNumber).orElse(kind + 1);
  }

  /** Whether a symbol right behind the position is another than that above the counts. */
  boolean contradicts(int kind, List<String> atomLine) {
    return !symbols.isEmpty()
        && atomLine.size() > 3
        && Element.find(atomLine.get(atomLine.size() - 1))
            .filter(element -> behind(atomLine).filter(element::equals).isPresent())
            .filter(element -> element.atomicNumber() != number(kind, atomLine))
            .isPresent();
  }

  /** Whether atoms of a line like this have no name. */
  boolean isUnnamed(List<String> atomLine) {
    return symbols.isEmpty() && behind(atomLine).isEmpty();
  }

  /** {@code T} and {@code F} behind a position are flags, not tritium and fluorine. */
  private static Optional<Element> behind(List<String> atomLine) {
    return atomLine.stream()
        .skip(3)
        .filter(word -> !word.matches("(?i)\\.?[tf](rue|alse)?\\.?"))
        .flatMap(word -> SiteNames.element(word).stream())
        .map(Element::ofSymbol)
        .findFirst();
  }
}
