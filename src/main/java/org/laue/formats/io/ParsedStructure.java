package org.laue.formats.io;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laue.UserException;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.structure.Element;

/**
 * One structure as a file gave it.
 *
 * @param source the file, with {@code !entry} appended for an entry of an archive
 * @param position 1 for the first structure of the source (frame, data block or entry), counting
 *     those that were rejected
 * @param name the name in the file, or one made from file name and position
 * @param properties what else the file says of it, key and value as written, in file order; the
 *     keys that {@link FileLabels} understands carry labels
 * @param warnings what the reader had to assume, each a clause for the user
 * @param kind how far the atoms are what they seem
 */
public record ParsedStructure(
    String source,
    int position,
    String name,
    Atoms atoms,
    Map<String, String> properties,
    List<String> warnings,
    Kind kind) {

  /** Why a structure whose species have no names cannot be used where elements matter. */
  public static final String UNNAMED =
      "File without element symbols; write them (POSCAR: in a line above the atom counts,"
          + " LAMMPS: in the column element or behind the masses)";

  /** What a user of the atoms has to know. */
  public enum Kind {
    /** Elements and periodicity are as the file says. */
    WHOLE,
    /** A finite cluster in a cell that is periodic in one or two directions only. */
    PARTLY_PERIODIC,
    /** The file names no elements; atomic numbers 1, 2, ... only tell kinds of atoms apart. */
    UNNAMED_SPECIES
  }

  public ParsedStructure {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    warnings = List.copyOf(warnings);
  }

  /** A structure with nothing to warn of. */
  public ParsedStructure(
      String source, int position, String name, Atoms atoms, Map<String, String> properties) {
    this(source, position, name, atoms, properties, List.of(), Kind.WHOLE);
  }

  /** The same with one more warning. */
  public ParsedStructure withWarning(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new ParsedStructure(source, position, name, atoms, properties, more, kind);
  }

  /** The same with other atoms. */
  public ParsedStructure with(Atoms others) {
    return new ParsedStructure(source, position, name, others, properties, warnings, kind);
  }

  public ParsedStructure as(Kind other) {
    return new ParsedStructure(source, position, name, atoms, properties, warnings, other);
  }

  /** All warnings in one line, or null where there is none. */
  public String warning() {
    return warnings.isEmpty() ? null : String.join("; ", warnings);
  }

  /**
   * For everything that depends on the elements.
   *
   * @throws UserException if the file does not name them
   */
  public ParsedStructure requireElements() {
    if (kind == Kind.UNNAMED_SPECIES) {
      throw new UserException(UNNAMED);
    }
    return this;
  }

  /**
   * The atoms in their cell, repeated in all three directions: a layer's too, which its group may
   * be asked of, but not what it diffracts.
   *
   * @throws UserException if the file gives no cell
   */
  public Crystal inItsCell() {
    return cell()
        .orElseThrow(
            () -> new UserException(name + " has no lattice in three directions" + cause()));
  }

  /** The same, or empty. */
  public Optional<Crystal> cell() {
    if (atoms instanceof Crystal crystal) {
      return Optional.of(crystal);
    }
    return kind == Kind.PARTLY_PERIODIC
        ? atoms
            .periodicLattice()
            .map(cell -> Crystal.ofCartesian(cell, atoms.atomicNumbers(), atoms.cartesian()))
        : Optional.empty();
  }

  private String cause() {
    return periodicity()
        .map(
            pbc ->
                " (its pbc is "
                    + pbc
                    + "), so it has no space group; if it is a crystal, give pbc \"T T T\" and three"
                    + " lattice vectors")
        .orElse(", so it has no space group; give the cell");
  }

  /** Periodicity as the file states it, where it does. */
  private Optional<String> periodicity() {
    return Optional.ofNullable(properties.get("pbc")).map(pbc -> "\"" + pbc + "\"");
  }

  /** The reduced formula; kinds that have no name are A, B, C and so on. */
  public String formula() {
    return kind == Kind.UNNAMED_SPECIES ? lettered(atoms.atomicNumbers()) : atoms.formula();
  }

  private static String lettered(int[] kinds) {
    int[] counts = new int[Element.MAX_ATOMIC_NUMBER + 1];
    for (int k : kinds) {
      counts[k]++;
    }
    int divisor = 0;
    for (int count : counts) {
      divisor = BigInteger.valueOf(divisor).gcd(BigInteger.valueOf(count)).intValue();
    }
    StringBuilder formula = new StringBuilder();
    for (int k = 1; k < counts.length; k++) {
      if (counts[k] > 0) {
        formula.append(k <= 26 ? "" + (char) ('A' + k - 1) : "(" + k + ")");
        formula.append(counts[k] == divisor ? "" : "" + counts[k] / divisor);
      }
    }
    return formula.toString();
  }
}
