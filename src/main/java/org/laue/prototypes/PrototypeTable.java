package org.laue.prototypes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.laue.ResourceTable;
import org.laue.UserException;
import org.laue.structure.ClassScheme;
import org.laue.structure.CrystalClass;

/**
 * All structure types of one element in the classes of the paper, read from {@code prototypes.txt};
 * found by name, those of {@link StructureTypes} too.
 */
public final class PrototypeTable {
  private static final Map<String, Prototype> BY_NAME = read();

  private PrototypeTable() {}

  /** Every prototype, in the order of the table. */
  public static List<Prototype> all() {
    return List.copyOf(BY_NAME.values());
  }

  public static Optional<Prototype> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name))
        .or(() -> StructureTypes.find(name).map(StructureType::prototype));
  }

  /**
   * Prototypes of a class: the core alone, or all of them. Those of {@link StructureTypes} are only
   * of classes that name them.
   *
   * @throws UserException if there is none, or the class names one that the table does not hold
   */
  static List<Prototype> of(ClassScheme scheme, String label, Tier upTo) {
    CrystalClass wanted = scheme.find(label).orElseThrow();
    wanted.prototypes().forEach(name -> requireKnown(scheme, name));
    List<Prototype> found =
        Stream.concat(BY_NAME.values().stream(), named(wanted))
            .filter(p -> scheme.ofPrototype(p.spaceGroup(), p.name()).equals(Optional.of(wanted)))
            .filter(p -> p.tier().compareTo(upTo) <= 0)
            .toList();
    if (found.isEmpty()) {
      throw new UserException(
          "There is no structure type of class "
              + label
              + " up to tier "
              + upTo.name().toLowerCase(Locale.ROOT)
              + "; set its count to 0 (prototypes.proportions)");
    }
    return found;
  }

  private static Stream<Prototype> named(CrystalClass wanted) {
    return StructureTypes.all().stream()
        .map(StructureType::prototype)
        .filter(p -> wanted.prototypes().contains(p.name()));
  }

  private static void requireKnown(ClassScheme scheme, String name) {
    if (find(name).isEmpty()) {
      throw new UserException(
          "Class scheme "
              + scheme.name()
              + " names structure type "
              + name
              + ", Laue has "
              + String.join(", ", BY_NAME.keySet())
              + ", "
              + String.join(", ", StructureTypes.names()));
    }
  }

  private static Map<String, Prototype> read() {
    Map<String, Prototype> prototypes = new LinkedHashMap<>();
    for (String line : ResourceTable.lines(PrototypeTable.class, "prototypes.txt")) {
      Prototype prototype = parse(line);
      if (prototypes.put(prototype.name(), prototype) != null) {
        throw new IllegalStateException("two prototypes are called " + prototype.name());
      }
    }
    return prototypes;
  }

  private static Prototype parse(String line) {
    String[] columns = line.split("\\|");
    int spaceGroup = Integer.parseInt(columns[1].strip());
    return new Prototype(
        columns[0].strip(),
        spaceGroup,
        SpaceGroupGenerators.of(spaceGroup),
        Prototype.Site.parseAll(columns[2]),
        FreeParameter.parseAll(columns[3]),
        Integer.parseInt(columns[4].strip()),
        Tier.valueOf(columns[5].strip().toUpperCase(Locale.ROOT)));
  }
}
