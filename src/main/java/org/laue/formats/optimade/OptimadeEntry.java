package org.laue.formats.optimade;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;

/**
 * Reads one OPTIMADE entry, attribute by attribute. Attributes that describe the geometry become
 * the structure; all others, the provider's own included, become properties.
 */
final class OptimadeEntry {
  private static final int MAX_PROPERTY = 1 << 16;
  private static final int MAX_PROPERTIES = 1 << 22;

  /** They repeat what the atoms say. */
  private static final Set<String> REDUNDANT =
      Set.of("elements", "elements_ratios", "nelements", "nperiodic_dimensions");

  private final String source;
  private final int position;
  private final OptimadeGeometry geometry;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private int propertyLength;
  private String id;
  private String type = "structures";
  private boolean hasAttributes;

  OptimadeEntry(ReadLimits limits, String source, int position) {
    this.source = source;
    this.position = position;
    this.geometry = new OptimadeGeometry(limits);
  }

  /** The structure whose object begins at the current token; empty for entries of other types. */
  Optional<ParsedStructure> read(JsonParser json) throws IOException {
    OptimadeJson.require(
        json.currentToken() == JsonToken.START_OBJECT, "An entry must be a JSON object");
    boolean header = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "id" -> id = OptimadeJson.text(json, MAX_PROPERTY);
        case "type" -> type = OptimadeJson.text(json, MAX_PROPERTY);
        case "attributes" -> readAttributes(json);
        default -> {
          header |= key.equals("x-optimade");
          json.skipChildren();
        }
      }
    }
    if (header || !"structures".equals(type)) {
      return Optional.empty();
    }
    OptimadeJson.require(hasAttributes, "The entry has no attributes");
    String name = id == null ? FileNames.stem(source) + "-" + position : id;
    Atoms atoms = geometry.atoms();
    if (!(atoms instanceof Crystal)) {
      properties.put("pbc", geometry.periodicity());
    }
    ParsedStructure structure = new ParsedStructure(source, position, name, atoms, properties);
    return Optional.of(
        geometry.isPartlyPeriodic()
            ? structure.as(ParsedStructure.Kind.PARTLY_PERIODIC)
            : structure);
  }

  private void readAttributes(JsonParser json) throws IOException {
    OptimadeJson.require(
        json.currentToken() == JsonToken.START_OBJECT, "attributes must be an object");
    hasAttributes = true;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      if (REDUNDANT.contains(key)) {
        json.skipChildren();
      } else if (!"structures".equals(type) || !geometry.take(key, json)) {
        keep(key, OptimadeJson.text(json, MAX_PROPERTY));
      }
    }
  }

  private void keep(String key, String value) {
    if (value != null && propertyLength < MAX_PROPERTIES) {
      properties.put(key, value);
      propertyLength += key.length() + value.length();
    }
  }
}
