package org.laue.formats.optimade;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laue.UserException;
import org.laue.formats.io.AtomList;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Atoms;
import org.laue.structure.Lattice;

/** The attributes of an OPTIMADE structure that say where which atom is. */
final class OptimadeGeometry {
  /**
   * Features of structures whose atoms are not all in known places. Servers set {@code disorder}
   * freely; whether there is any, the species tell.
   */
  private static final Set<String> UNUSABLE_FEATURES =
      Set.of("assemblies", "implicit_atoms", "site_attachments", "unknown_positions");

  private final ReadLimits limits;
  private final Map<String, String> symbolPool = new HashMap<>();
  private double[] lattice;
  private double[] cartesian;
  private double[] fractional;
  private List<String> dimensions = List.of("1", "1", "1");
  private List<String> features = List.of();
  private List<String> speciesAtSites;
  private OptimadeSpecies species;
  private int announced = -1;
  private boolean assemblies;

  OptimadeGeometry(ReadLimits limits) {
    this.limits = limits;
  }

  /** Reads the current value if the attribute belongs to the geometry. */
  boolean take(String attribute, JsonParser json) throws IOException {
    switch (attribute) {
      case "lattice_vectors" -> lattice = vectors(json, attribute, 3);
      case "cartesian_site_positions" -> cartesian = vectors(json, attribute, limits.maxAtoms());
      case "fractional_site_positions" -> fractional = vectors(json, attribute, limits.maxAtoms());
      case "dimension_types" -> dimensions = words(json, attribute, 3);
      case "structure_features" -> features = words(json, attribute, 100);
      case "species_at_sites" -> speciesAtSites = words(json, attribute, limits.maxAtoms());
      case "species" -> species = OptimadeSpecies.read(json, limits);
      case "assemblies" -> {
        assemblies = json.currentToken() != JsonToken.VALUE_NULL && !isEmptyList(json);
        json.skipChildren();
      }
      case "nsites" -> announced = json.getValueAsInt(-1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether the current list ends at once; reads it so far. */
  private static boolean isEmptyList(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return false;
    }
    boolean empty = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      OptimadeJson.require(json.currentToken() != null, "assemblies is cut off");
      json.skipChildren();
      empty = false;
    }
    return empty;
  }

  private List<String> words(JsonParser json, String attribute, int limit) throws IOException {
    List<String> words = new ArrayList<>();
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return words;
    }
    OptimadeJson.require(
        json.currentToken() == JsonToken.START_ARRAY, attribute + " must be a list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      OptimadeJson.require(
          json.currentToken().isScalarValue(), attribute + " must be a plain list");
      OptimadeJson.require(
          words.size() < limit, attribute + " has more than " + limit + " members");
      words.add(symbolPool.computeIfAbsent(json.getText(), text -> text));
    }
    return words;
  }

  /** Numbers of a list of 3-vectors; a row of a direction without period may be null (NaN here). */
  private static double[] vectors(JsonParser json, String attribute, int limit) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    OptimadeJson.require(
        json.currentToken() == JsonToken.START_ARRAY, attribute + " must be a list");
    double[] numbers = new double[24];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      OptimadeJson.require(count < 3L * limit, attribute + " has more than " + limit + " members");
      if (count + 3 > numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      }
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw new UserException(attribute + " must be a list of lists of 3 numbers");
      }
      int row = count / 3 + 1;
      for (int axis = 0; axis < 3; axis++) {
        numbers[count++] = number(json, attribute, row);
      }
      OptimadeJson.require(
          json.nextToken() == JsonToken.END_ARRAY, attribute + " must hold 3 numbers each");
    }
    return Arrays.copyOf(numbers, count);
  }

  private static double number(JsonParser json, String attribute, int row) throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    double value = token != null && token.isNumeric() ? json.getDoubleValue() : Double.NaN;
    if (!(Math.abs(value) <= Numbers.LARGEST)) {
      throw new UserException(
          attribute
              + " must hold numbers within +-"
              + (int) Numbers.LARGEST
              + ", row "
              + row
              + " has "
              + LineSource.shown(json.getText()));
    }
    return value;
  }

  /** The crystal (periodic in three directions) or cluster, once all attributes are taken. */
  Atoms atoms() {
    checkFeatures();
    boolean periodic = dimensions.equals(List.of("1", "1", "1"));
    Optional<Lattice> cell = cell(periodic);
    double[] positions = positions(cell);
    AtomList atoms = new AtomList(limits);
    for (int site = 0; site < speciesAtSites.size(); site++) {
      atoms.add(
          species.symbol(speciesAtSites.get(site), site),
          positions[3 * site],
          positions[3 * site + 1],
          positions[3 * site + 2]);
    }
    if (periodic) {
      return cartesian == null
          ? atoms.crystalOfFractional(cell.orElseThrow())
          : atoms.crystalOfCartesian(cell.orElseThrow());
    }
    return atoms.cluster(cell);
  }

  /** Periodic in one or two directions. */
  boolean isPartlyPeriodic() {
    return dimensions.contains("1") && dimensions.contains("0");
  }

  /** As the flags of extended XYZ: {@code T T F}. */
  String periodicity() {
    return dimensions.stream().map(d -> d.equals("1") ? "T" : "F").collect(joining(" "));
  }

  private void checkFeatures() {
    OptimadeJson.require(
        speciesAtSites != null, "species_at_sites is missing; ask the server for it");
    if (species == null) {
      species = OptimadeSpecies.none();
    }
    for (int site = 0; site < speciesAtSites.size(); site++) {
      species.symbol(speciesAtSites.get(site), site);
    }
    OptimadeJson.require(
        !assemblies,
        "Sites are alternatives of each other (assemblies); only fully ordered structures are"
            + " read");
    OptimadeJson.require(
        species.isListed() || !features.contains("disorder"),
        "Structure has the feature 'disorder' and no list of species; ask the server for it");
    for (String feature : features) {
      OptimadeJson.require(
          !UNUSABLE_FEATURES.contains(feature),
          "Structure has the feature '" + feature + "'; only fully ordered structures are read");
    }
  }

  private Optional<Lattice> cell(boolean required) {
    if (lattice == null || lattice.length == 0) {
      OptimadeJson.require(!required, "lattice_vectors is missing; ask the server for it");
      return Optional.empty();
    }
    OptimadeJson.require(
        lattice.length == 9, "lattice_vectors must be 3 vectors, were " + lattice.length / 3);
    boolean partial = Arrays.stream(lattice).anyMatch(Double::isNaN);
    OptimadeJson.require(
        !(required && partial), "lattice_vectors has null where the crystal is periodic");
    return partial ? Optional.empty() : Optional.of(Lattice.ofRows(lattice));
  }

  private double[] positions(Optional<Lattice> cell) {
    double[] given = cartesian != null ? cartesian : fractional;
    OptimadeJson.require(
        given != null, "cartesian_site_positions is missing; ask the server for it");
    int sites = given.length / 3;
    OptimadeJson.require(
        sites == speciesAtSites.size() && (announced < 0 || announced == sites),
        "nsites is "
            + (announced < 0 ? "not given" : announced)
            + ", but there are "
            + sites
            + " positions and "
            + speciesAtSites.size()
            + " species_at_sites");
    for (int i = 0; i < given.length; i++) {
      OptimadeJson.require(
          !Double.isNaN(given[i]), "Position of site " + (i / 3 + 1) + " is unknown (null)");
    }
    OptimadeJson.require(
        cartesian != null || cell.isPresent(), "fractional_site_positions need lattice_vectors");
    return given;
  }
}
