package org.laue.formats.optimade;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.ReadLimits;

/** The {@code species} of an OPTIMADE structure: which name stands for which element. */
final class OptimadeSpecies {
  private static final int MAX_SPECIES = 10_000;

  /** How far a concentration may be from 1 and still be a rounding. */
  private static final double ROUNDING = 1e-3;

  private record Kind(List<String> symbols, List<Double> concentrations, List<String> attached) {}

  private final Map<String, Kind> kinds;

  private OptimadeSpecies(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /** Without a list, names are taken for element symbols. */
  static OptimadeSpecies none() {
    return new OptimadeSpecies(Map.of());
  }

  boolean isListed() {
    return !kinds.isEmpty();
  }

  static OptimadeSpecies read(JsonParser json, ReadLimits limits) throws IOException {
    Map<String, Kind> kinds = new HashMap<>();
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return none();
    }
    OptimadeJson.require(json.currentToken() == JsonToken.START_ARRAY, "species must be a list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      OptimadeJson.require(
          json.currentToken() == JsonToken.START_OBJECT, "species must be objects");
      OptimadeJson.require(
          kinds.size() < Math.min(MAX_SPECIES, limits.maxAtoms()),
          "species has more than " + kinds.size() + " members");
      readKind(json, kinds);
    }
    return new OptimadeSpecies(kinds);
  }

  private static void readKind(JsonParser json, Map<String, Kind> kinds) throws IOException {
    String name = "";
    Kind kind = new Kind(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      boolean list = json.nextToken() == JsonToken.START_ARRAY;
      if (key.equals("name")) {
        name = json.getValueAsString("");
        json.skipChildren();
      } else if (list && key.equals("chemical_symbols")) {
        while (nextScalar(json, kind.symbols)) {
          kind.symbols.add(json.getValueAsString(""));
        }
      } else if (list && key.equals("concentration")) {
        while (nextScalar(json, kind.concentrations)) {
          kind.concentrations.add(json.getValueAsDouble(Double.NaN));
        }
      } else if (list && key.equals("attached")) {
        while (nextScalar(json, kind.attached)) {
          kind.attached.add(json.getValueAsString(""));
        }
      } else {
        json.skipChildren();
      }
    }
    kinds.put(name, kind);
  }

  private static boolean nextScalar(JsonParser json, List<?> soFar) throws IOException {
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return false;
    }
    OptimadeJson.require(json.currentToken().isScalarValue(), "A species holds nested lists");
    OptimadeJson.require(soFar.size() < 200, "A species has more than 200 components");
    return true;
  }

  /**
   * Element symbol of a species.
   *
   * @param site from 0, for the message
   */
  String symbol(String name, int site) {
    Kind kind = kinds.get(name);
    if (kind == null) {
      OptimadeJson.require(
          kinds.isEmpty(),
          "Site " + (site + 1) + " names a species that is not listed: " + LineSource.shown(name));
      return name;
    }
    if (kind.attached.stream().anyMatch(symbol -> !symbol.equals("vacancy"))) {
      throw new UserException(
          "Species "
              + LineSource.shown(name)
              + " has attached atoms without positions: "
              + kind.attached
              + "; give them sites of their own");
    }
    if (kind.symbols.isEmpty()) {
      throw new UserException("Species " + LineSource.shown(name) + " has no chemical_symbols");
    }
    boolean full =
        kind.symbols.size() == 1
            && kind.concentrations.stream().allMatch(c -> Math.abs(c - 1) <= ROUNDING);
    if (!full || kind.symbols.get(0).equals("vacancy")) {
      throw new UserException(
          "Partial occupancy at site "
              + (site + 1)
              + " (species "
              + LineSource.shown(name)
              + ": "
              + kind.symbols
              + " "
              + kind.concentrations
              + "); only fully ordered structures are read");
    }
    return kind.symbols.get(0);
  }
}
