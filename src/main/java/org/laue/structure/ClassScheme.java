package org.laue.structure;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.laue.UserException;

/**
 * The classes that crystals are sorted into: data, read from a small text file. Their order is that
 * of every probability vector and confusion matrix.
 *
 * <p>A line gives the name ({@code name paper}), every other one a class in columns parted by
 * {@code |}: label; space groups, single or as a range {@code 195-230}; structure types, or {@code
 * *} for all with these groups; and, where it is known, the number of crystals of the class in the
 * set that the scheme was published with. {@code #} begins a comment. Where a number decides, a
 * line has two columns: label, and for instance {@code gap > 0.05}.
 */
public record ClassScheme(String name, List<CrystalClass> classes) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The classes of Ziletti et al., Nat. Commun. 9, 2775 (2018). */
  private static final String PAPER = "paper";

  static final String ALL_PROTOTYPES = "*";

  public ClassScheme {
    classes = List.copyOf(classes);
    if (classes.size() < 2) {
      throw new UserException(
          "Class scheme " + name + " needs at least two classes, has " + classes.size());
    }
    requireDistinct(name, classes);
    requireOneQuantity(name, classes);
  }

  private static void requireDistinct(String name, List<CrystalClass> classes) {
    Map<String, String> owners = new TreeMap<>();
    for (CrystalClass crystalClass : classes) {
      claim(owners, "label " + crystalClass.label(), crystalClass, name);
      for (String prototype : crystalClass.prototypes()) {
        claim(owners, "structure type " + prototype, crystalClass, name);
      }
      for (int group : crystalClass.spaceGroups()) {
        if (crystalClass.knownBySpaceGroup()) {
          claim(owners, "space group " + group, crystalClass, name);
        }
      }
    }
  }

  private static void requireOneQuantity(String name, List<CrystalClass> classes) {
    long quantities =
        classes.stream()
            .map(c -> Optional.ofNullable(c.rule()).map(NumberRule::quantity))
            .distinct()
            .count();
    if (quantities > 1) {
      throw new UserException(
          "All classes of scheme %s must be told by the same number, or all by space groups"
              .formatted(name));
    }
  }

  private static void claim(
      Map<String, String> owners, String what, CrystalClass owner, String scheme) {
    String before = owners.put(what, owner.label());
    if (before != null) {
      throw new UserException(
          "Class scheme %s gives %s to %s and to %s; a crystal has one class"
              .formatted(scheme, what, before, owner.label()));
    }
  }

  /** The seven classes of the paper. */
  public static ClassScheme paper() {
    return shipped(PAPER).orElseThrow();
  }

  /** A scheme that comes with Laue. */
  public static Optional<ClassScheme> shipped(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    try (InputStream in = ClassScheme.class.getResourceAsStream("classes/" + name + ".txt")) {
      return in == null
          ? Optional.empty()
          : Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The scheme of a study.
   *
   * @param place name of one that comes with Laue, or a file
   */
  public static ClassScheme load(String place) {
    return shipped(place).orElseGet(() -> parse(read(place), place));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new UserException(
          "Class scheme %s is neither one that comes with Laue (%s) nor a file that can be read"
              .formatted(file, PAPER),
          e);
    }
  }

  /** Classes by their labels alone, for networks that sort other things than crystals. */
  public static ClassScheme ofLabels(String name, List<String> labels) {
    return new ClassScheme(
        name,
        labels.stream().map(label -> new CrystalClass(label, List.of(), List.of(), 0)).toList());
  }

  /**
   * Reads the text of a scheme.
   *
   * @param place for messages, for instance the file's name
   */
  public static ClassScheme parse(String text, String place) {
    return new ClassSchemeText(place).parse(text);
  }

  /** All labels in order. */
  public List<String> labels() {
    return classes.stream().map(CrystalClass::label).toList();
  }

  public Optional<CrystalClass> find(String label) {
    return classes.stream().filter(c -> c.label().equals(label)).findFirst();
  }

  /** Every space group of one of the classes. */
  public NavigableSet<Integer> spaceGroups() {
    return Collections.unmodifiableNavigableSet(
        classes.stream()
            .flatMap(c -> c.spaceGroups().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The class that a space group alone tells; empty for others and for 0, no group. */
  public Optional<CrystalClass> ofSpaceGroup(int number) {
    return classes.stream()
        .filter(c -> c.knownBySpaceGroup() && c.spaceGroups().contains(number))
        .findFirst();
  }

  /** The class that lists a structure type; empty where none names it. */
  public Optional<CrystalClass> ofType(String prototype) {
    return classes.stream().filter(c -> c.prototypes().contains(prototype)).findFirst();
  }

  /**
   * The class of a structure type; where two hold it, the one that names it.
   *
   * @param spaceGroup of the prototype
   */
  public Optional<CrystalClass> ofPrototype(int spaceGroup, String prototype) {
    return classes.stream()
        .filter(c -> c.prototypes().contains(prototype) && c.holds(spaceGroup, prototype))
        .findFirst()
        .or(() -> ofSpaceGroup(spaceGroup));
  }

  /**
   * The label of a crystal, or null where it is of none of the classes.
   *
   * @param spaceGroup as found, or null
   * @param prototype where the crystal was made from one, else null
   */
  public String label(Integer spaceGroup, String prototype) {
    if (spaceGroup == null) {
      return null;
    }
    return (prototype == null ? ofSpaceGroup(spaceGroup) : ofPrototype(spaceGroup, prototype))
        .map(CrystalClass::label)
        .orElse(null);
  }

  /** The number that tells the classes, or empty where space groups do. */
  public Optional<String> quantity() {
    return Optional.ofNullable(classes.get(0).rule()).map(NumberRule::quantity);
  }

  /** The label of a crystal with this number, or null where it is of none of the classes. */
  public String label(double number) {
    return classes.stream()
        .filter(c -> c.rule().holds(number))
        .map(CrystalClass::label)
        .findFirst()
        .orElse(null);
  }

  /** The label of a number, or of the class whose limit is nearest to it. */
  public String nearest(double number) {
    String own = label(number);
    return own != null
        ? own
        : classes.stream()
            .min(Comparator.comparingDouble(c -> Math.abs(number - c.rule().limit())))
            .orElseThrow()
            .label();
  }

  /** The scheme as text that {@link #parse} reads; equal for equal schemes. */
  public String text() {
    return classes.stream()
        .map(ClassScheme::line)
        .collect(Collectors.joining("\n", "name " + name + "\n", "\n"));
  }

  private static String line(CrystalClass c) {
    if (c.rule() != null) {
      return c.label() + " | " + c.rule();
    }
    return String.join(
        " | ",
        c.label(),
        c.spaceGroups().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        c.knownBySpaceGroup() ? ALL_PROTOTYPES : String.join(" ", c.prototypes()),
        Integer.toString(c.publishedCount()));
  }
}
