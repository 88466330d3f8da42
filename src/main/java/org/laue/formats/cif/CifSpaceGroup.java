package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.formats.io.SpaceGroupOperations.Setting;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.SymmetryOperation;

/**
 * Decides which atoms a data block means. It may list operations, name a group in several ways,
 * both, or neither, and these may contradict each other. Operations that form the named group are
 * taken. Otherwise each reading of the block (the list, each setting that the names can mean, all
 * atoms listed already) is expanded, and the one that the formula, Z or multiplicities prove is
 * taken with a warning; where they prove none, the contradiction is named.
 */
final class CifSpaceGroup {
  /** Tolerances at which atoms that are all listed must have the named group, angstrom. */
  private static final double[] SYMPREC = {0.01, 0.1};

  private static final int LARGEST_GROUP = 192;

  private static final List<Predicate<CifContents.Verdict>> PROOFS =
      List.of(
          verdict -> verdict == CifContents.Verdict.FITS,
          verdict -> verdict == CifContents.Verdict.FITS_WITHOUT_HYDROGEN);

  private static final String LIST_THEM =
      "add the loop _space_group_symop_operation_xyz, or write all atoms with space group P 1";

  /**
   * What was decided.
   *
   * @param warnings what had to be assumed for it
   */
  record Decision(CifExpansion expansion, List<String> warnings) {}

  private final Lattice lattice;
  private final List<CifSite> sites;
  private final CifGroupNames names;
  private final CifContents contents;
  private final SpaceGroupOperations known;
  private final ReadLimits limits;
  private final List<String> warnings = new ArrayList<>();

  CifSpaceGroup(
      CifBlock block,
      Lattice lattice,
      List<CifSite> sites,
      SpaceGroupOperations known,
      ReadLimits limits) {
    this.lattice = lattice;
    this.sites = sites;
    this.names = CifGroupNames.of(block);
    this.contents = CifContents.of(block);
    this.known = known;
    this.limits = limits;
  }

  /**
   * @param listed the operations of the block, each once; may be empty
   */
  Decision decide(List<SymmetryOperation> listed) {
    CifExpansion expansion = listed.isEmpty() ? named() : listed(listed);
    if (expansion.copies() > 0) {
      warnings.add(expansion.copies() + " listed sites are images of others: taken once");
    }
    switch (expansion.verdict(contents)) {
      case CONTRADICTS ->
          warnings.add(
              "its "
                  + expansion.atomCount()
                  + " atoms "
                  + expansion.formula()
                  + " do not fit "
                  + contents);
      case FITS_WITHOUT_HYDROGEN ->
          warnings.add("not all hydrogen of the formula is among its atoms");
      default -> {}
    }
    return new Decision(expansion, warnings);
  }

  /** No operations are listed. */
  private CifExpansion named() {
    if (names.isEmpty()) {
      String system = names.system();
      warnings.add(
          "no symmetry given: P 1 taken"
              + (system == null || system.equals("triclinic")
                  ? ""
                  : ", though the crystal system is given as " + system));
      return expanded(List.of(SymmetryOperation.IDENTITY));
    }
    Meanings meanings = Meanings.of(names, known);
    List<Setting> fitting = fitting(meanings);
    if (fitting.size() == 1 && !meanings.contradict()) {
      if (names.symbols().isEmpty() && names.halls().isEmpty() && meanings.hasOtherSettings()) {
        warnings.add(
            "only the number "
                + names.number()
                + " is given: its standard setting "
                + fitting.get(0).name()
                + " taken");
      }
      return expanded(fitting.get(0).operations());
    }
    List<CifExpansion> readings = new ArrayList<>();
    fitting.forEach(setting -> readings.add(expanded(setting.operations())));
    CifExpansion all = expanded(List.of(SymmetryOperation.IDENTITY));
    if (!meanings.contradict() && hasGroup(all, meanings.numbers())) {
      warnings.add("its atoms have the named group as they are listed: none added");
      return all;
    }
    if (meanings.settings().isEmpty()) {
      throw new UserException(
          "Space group "
              + names
              + " is named, but its operations are not listed and the symbol is not known; "
              + LIST_THEM);
    }
    CifExpansion proven =
        proven(readings)
            .orElseThrow(() -> new UserException(unclear(meanings, fitting) + "; " + LIST_THEM));
    warnings.add(
        (meanings.contradict()
                ? "the names of its space group contradict each other (" + names + ")"
                : fitting.size() + " settings of " + names + " fit the cell")
            + ": the one taken that gives "
            + contents);
    return proven;
  }

  /** Settings that fit the cell; of several, the one that is meant where nothing is said. */
  private List<Setting> fitting(Meanings meanings) {
    List<Setting> fitting = meanings.settings().stream().filter(this::fits).toList();
    List<Setting> usual = fitting.stream().filter(Setting::isUsual).toList();
    return usual.size() == 1 && !meanings.contradict() ? usual : fitting;
  }

  private String unclear(Meanings meanings, List<Setting> fitting) {
    String group = "Space group " + names + " is named, but its operations are not listed and ";
    if (meanings.contradict()) {
      return "The names of the space group contradict each other ("
          + names
          + ") and its operations are not listed";
    }
    return group
        + (fitting.isEmpty()
            ? "no setting of it fits the cell"
            : fitting.size()
                + " settings fit the cell ("
                + fitting.stream().map(Setting::name).collect(Collectors.joining(", "))
                + ")");
  }

  /** Operations are listed; the names may say otherwise. */
  private CifExpansion listed(List<SymmetryOperation> listed) {
    Set<List<Long>> keys = keys(listed);
    Meanings meanings = Meanings.of(names, known);
    boolean named = meanings.settings().stream().anyMatch(s -> keys(s.operations()).equals(keys));
    if (named && !meanings.contradict()) {
      return expanded(listed);
    }
    if (!isClosed(listed, keys)) {
      List<SymmetryOperation> closure = closure(listed);
      return contradicted(
          "The " + listed.size() + " listed operations form no group",
          closure.isEmpty() ? null : expanded(closure),
          meanings);
    }
    if (meanings.settings().isEmpty()) {
      return expanded(listed);
    }
    OptionalInt number = numberOf(listed);
    CifExpansion asListed = expanded(listed);
    if (number.isEmpty() || meanings.numbers().contains(number.getAsInt())) {
      if (meanings.contradict()) {
        warnings.add("the names of its space group contradict each other (" + names + ")");
      }
      return asListed;
    }
    boolean whole = !meanings.contradict() && hasGroup(asListed, meanings.numbers());
    return whole && asListed.verdict(contents) != CifContents.Verdict.CONTRADICTS
        ? asListed
        : contradicted(
            listed.size() + " operations are listed, those of group " + number.getAsInt(),
            asListed,
            meanings);
  }

  private CifExpansion contradicted(String list, CifExpansion asListed, Meanings meanings) {
    List<CifExpansion> readings = new ArrayList<>();
    if (asListed != null) {
      readings.add(asListed);
    }
    meanings.settings().stream()
        .filter(this::fits)
        .forEach(setting -> readings.add(expanded(setting.operations())));
    String contradiction =
        list + (names.isEmpty() ? "" : ", but the space group is named " + names);
    CifExpansion proven =
        proven(readings)
            .orElseThrow(
                () ->
                    new UserException(
                        contradiction
                            + "; mend one of them, or give formula and Z, which decide between"
                            + " them"));
    warnings.add(
        contradiction
            + ": the "
            + proven.operations().size()
            + " operations taken that give "
            + contents);
    return proven;
  }

  /** The only reading, or the only one that the contents of the cell prove. */
  private Optional<CifExpansion> proven(List<CifExpansion> readings) {
    for (Predicate<CifContents.Verdict> proof : PROOFS) {
      List<CifExpansion> fitting = new ArrayList<>();
      for (CifExpansion reading : readings) {
        if (proof.test(reading.verdict(contents))
            && fitting.stream().noneMatch(reading::isSameAs)) {
          fitting.add(reading);
        }
      }
      if (fitting.size() == 1) {
        return Optional.of(fitting.get(0));
      }
      if (fitting.size() > 1) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private CifExpansion expanded(List<SymmetryOperation> operations) {
    return CifExpansion.of(lattice, operations, sites, limits);
  }

  private boolean fits(Setting setting) {
    return setting.operations().stream().allMatch(o -> CifOperations.fits(o, lattice));
  }

  private static Set<List<Long>> keys(Collection<SymmetryOperation> operations) {
    return operations.stream().map(CifOperations::key).collect(Collectors.toSet());
  }

  private static boolean isClosed(List<SymmetryOperation> operations, Set<List<Long>> keys) {
    for (SymmetryOperation second : operations) {
      for (SymmetryOperation first : operations) {
        if (!keys.contains(CifOperations.key(second.after(first)))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The group that the operations generate; empty if it is no space group's. */
  private static List<SymmetryOperation> closure(List<SymmetryOperation> generators) {
    Map<List<Long>, SymmetryOperation> group = new LinkedHashMap<>();
    generators.forEach(operation -> group.putIfAbsent(CifOperations.key(operation), operation));
    List<SymmetryOperation> all = new ArrayList<>(group.values());
    for (int i = 0; i < all.size(); i++) {
      for (SymmetryOperation generator : generators) {
        SymmetryOperation product = generator.after(all.get(i));
        if (group.putIfAbsent(CifOperations.key(product), product) == null) {
          all.add(product);
        }
        if (all.size() > LARGEST_GROUP) {
          return List.of();
        }
      }
    }
    return all;
  }

  /** Whether the atoms of a cell have one of the named groups by themselves. */
  private boolean hasGroup(CifExpansion expansion, Set<Integer> numbers) {
    for (double symprec : SYMPREC) {
      OptionalInt number = known.numberOf(expansion.unchecked(), symprec);
      if (number.isPresent() && numbers.contains(number.getAsInt())) {
        return true;
      }
    }
    return false;
  }

  /** The group of the operations themselves: that of three kinds of atoms in general places. */
  private OptionalInt numberOf(List<SymmetryOperation> operations) {
    double[][] general = {
      {0.1371, 0.2713, 0.3829}, {0.4137, 0.0591, 0.2217}, {0.3057, 0.4419, 0.1173}
    };
    int[] numbers = new int[3 * operations.size()];
    double[] positions = new double[9 * operations.size()];
    double[] metric = new double[9];
    for (int i = 0; i < numbers.length; i++) {
      SymmetryOperation operation = operations.get(i / 3);
      numbers[i] = i % 3 + 1;
      System.arraycopy(operation.apply(general[i % 3]), 0, positions, 3 * i, 3);
      double[] turned = CifOperations.turned(operation, lattice.metric());
      Arrays.setAll(metric, k -> metric[k] + turned[k] / numbers.length);
    }
    return known.numberOf(Crystal.of(ofMetric(metric), numbers, positions), SYMPREC[0]);
  }

  private static Lattice ofMetric(double[] g) {
    double a = Math.sqrt(g[0]);
    double b = Math.sqrt(g[4]);
    double c = Math.sqrt(g[8]);
    return Lattice.ofParameters(
        a,
        b,
        c,
        Math.toDegrees(Math.acos(g[5] / (b * c))),
        Math.toDegrees(Math.acos(g[2] / (a * c))),
        Math.toDegrees(Math.acos(g[1] / (a * b))));
  }
}
