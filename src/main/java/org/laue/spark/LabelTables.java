package org.laue.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.tables.Hashes;
import org.laue.tables.rows.StructureRow;

/**
 * What tables beside the structure files say of structures: comma-separated values with a line of
 * headings, one of them {@code id}, packed or not. A row belongs to the structures whose name, or
 * whose file's name without its ending, is its id; its other cells join what the structure's own
 * source says, and win over it.
 */
final class LabelTables implements Serializable {
  private static final long serialVersionUID = 1L;

  static final LabelTables NONE = new LabelTables(new HashMap<>());

  private static final String ID = "id";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreSurroundingSpaces(true)
          .build();

  private final HashMap<String, Map<String, String>> rows;

  private LabelTables(HashMap<String, Map<String, String>> rows) {
    this.rows = rows;
  }

  /**
   * @param key of the study file that names them
   * @param files as Hadoop paths; of two that say different things of a structure the later wins
   * @throws UserException if there is none, it has no column of that name, or an id twice
   */
  static LabelTables read(String key, List<String> files, Configuration hadoop) throws IOException {
    HashMap<String, Map<String, String>> rows = new HashMap<>();
    for (String file : files) {
      try (CSVParser parser =
          CSVParser.parse(
              new InputStreamReader(open(key, file, hadoop), StandardCharsets.UTF_8), FORMAT)) {
        add(file, parser, rows);
      }
    }
    return new LabelTables(rows);
  }

  private static InputStream open(String key, String file, Configuration hadoop)
      throws IOException {
    Path path = new Path(file);
    FileSystem system = system(key, path, hadoop);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    try {
      InputStream stream = system.open(path);
      return codec == null ? stream : codec.createInputStream(stream);
    } catch (FileNotFoundException e) {
      throw new UserException("There is no table %s (%s)".formatted(Locations.shown(file), key), e);
    }
  }

  private static FileSystem system(String key, Path path, Configuration hadoop) throws IOException {
    try {
      return path.getFileSystem(hadoop);
    } catch (IllegalArgumentException e) {
      // For instance of s3a where the address holds a key and its secret.
      throw new UserException(
          Locations.shown(
              "Cannot look for the table %s (%s): %s".formatted(path, key, e.getMessage())),
          e);
    }
  }

  private static void add(
      String file, CSVParser parser, HashMap<String, Map<String, String>> rows) {
    if (!parser.getHeaderNames().contains(ID)) {
      throw new UserException(
          "%s has no column '%s' that names the structures, but %s"
              .formatted(Locations.shown(file), ID, parser.getHeaderNames()));
    }
    Map<String, Map<String, String>> own = new HashMap<>();
    for (CSVRecord line : parser) {
      Map<String, String> cells = new LinkedHashMap<>(line.toMap());
      String id = cells.remove(ID);
      cells.values().removeIf(String::isEmpty);
      if (own.put(id, cells) != null) {
        throw new UserException(
            "%s:%d: there is a row of %s already"
                .formatted(Locations.shown(file), parser.getCurrentLineNumber(), id));
      }
    }
    own.forEach(
        (id, cells) -> rows.computeIfAbsent(id, key -> new LinkedHashMap<>()).putAll(cells));
  }

  /** Text that is equal for tables that say the same. */
  String hash() {
    return Hashes.of(new TreeMap<>(rows).toString());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Columns in which some row says something. */
  Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    rows.values().forEach(row -> columns.addAll(row.keySet()));
    return columns;
  }

  /**
   * What the tables say of a structure, by column.
   *
   * @param name of the structure, or null
   */
  Map<String, String> told(String name, String source) {
    Map<String, String> told = rows.get(name);
    return told == null ? rows.getOrDefault(fileName(source), Map.of()) : told;
  }

  /** The structure with what the tables say of it. */
  StructureRow with(StructureRow structure) {
    Map<String, String> told = told(structure.name(), structure.source());
    return told.isEmpty() ? structure : structure.withProperties(told);
  }

  private static String fileName(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name : name.substring(0, dot);
  }
}
