package org.laue.symmetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** The crystals of the shared data sets, as the tests of this package need them. */
public final class OptimadeStructures {
  private static final Path DATA = Path.of("../shared/data");

  /** A crystal, its name and what else is said of it. */
  public record Entry(String id, Crystal crystal, JsonNode attributes) {}

  private OptimadeStructures() {}

  /** A file of the shared data; the test is skipped where it is missing. */
  public static Path file(String name) {
    Path file = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), file + " is not there; nothing to compare");
    return file;
  }

  /** Hands over the crystals of a gzipped file of OPTIMADE lines one by one. */
  public static void forEach(Path file, Consumer<Entry> consumer) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = mapper.readTree(line);
        JsonNode attributes = entry.get("attributes");
        if (attributes != null) {
          consumer.accept(new Entry(entry.get("id").asText(), crystal(attributes), attributes));
        }
      }
    }
  }

  private static Crystal crystal(JsonNode attributes) {
    double[] rows = numbers(attributes.get("lattice_vectors"));
    JsonNode names = attributes.get("species_at_sites");
    int[] atomicNumbers = new int[names.size()];
    for (int i = 0; i < atomicNumbers.length; i++) {
      String symbol = names.get(i).asText();
      atomicNumbers[i] = symbol.equals("D") ? 1 : Element.ofSymbol(symbol).atomicNumber();
    }
    return Crystal.ofCartesian(
        Lattice.ofRows(rows), atomicNumbers, numbers(attributes.get("cartesian_site_positions")));
  }

  private static double[] numbers(JsonNode triplets) {
    double[] out = new double[3 * triplets.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = triplets.get(i / 3).get(i % 3).asDouble();
    }
    return out;
  }
}
