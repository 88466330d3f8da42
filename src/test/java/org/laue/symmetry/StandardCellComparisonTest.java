package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Element;
import org.laue.structure.Lattice;

/** Number and standard cell against Debian's libsymspg 2.0.2, where it is installed. */
class StandardCellComparisonTest {
  private static final Path REAL =
      Path.of("../shared/data/symmetry_229/jarvis_spg229.optimade.jsonl.gz");

  /** Larger cells agree as well, but Spglib takes its time for them. */
  private static final int LARGEST = 60;

  private static final Symspg LIBRARY = load();

  /** The functions of the C library that are called. Lattices are columns there. */
  interface Symspg extends Library {
    int spg_get_international(
        byte[] symbol, double[] columns, double[] positions, int[] types, int count, double prec);

    int spg_standardize_cell(
        double[] columns,
        double[] positions,
        int[] types,
        int count,
        int toPrimitive,
        int noIdealize,
        double symprec);
  }

  private static Symspg load() {
    try {
      return Native.load("libsymspg.so.1", Symspg.class);
    } catch (UnsatisfiedLinkError missing) {
      return null;
    }
  }

  @BeforeEach
  void oracle() {
    Assumptions.assumeTrue(
        LIBRARY != null,
        "libsymspg.so.1 (Debian: libsymspg1) is not installed; nothing to compare with");
  }

  @Test
  void crystalsOfEverySetting() {
    RandomCrystals random = new RandomCrystals(2018);
    List<String> different = new ArrayList<>();
    for (HallSetting setting : HallSettings.all()) {
      Crystal crystal = random.general(setting);
      if (differs(crystal, 1e-4)) {
        different.add(setting.toString());
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void realCrystalsOf229SpaceGroups() throws IOException {
    Assumptions.assumeTrue(Files.exists(REAL), REAL + " is not there; nothing to compare");
    List<String> different = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
      ObjectMapper mapper = new ObjectMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = mapper.readTree(line);
        if (!entry.has("attributes")) {
          continue;
        }
        Crystal crystal = crystal(entry.get("attributes"));
        if (crystal.atomCount() <= LARGEST && differs(crystal, 0.01)) {
          different.add(entry.get("id").asText());
        }
      }
    }
    assertThat(different).isEmpty();
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

  private static boolean differs(Crystal crystal, double symprec) {
    SymmetryDataset ours = SymmetryFinder.symmetry(crystal, Tolerance.of(symprec));
    return ours.number() != number(crystal, symprec)
        || !alike(ours.standardCell(false), standard(crystal, symprec, false), symprec)
        || !alike(ours.standardCell(true), standard(crystal, symprec, true), symprec);
  }

  private static boolean alike(Crystal ours, Crystal spglibs, double symprec) {
    return ours.atomCount() == spglibs.atomCount()
        && close(ours.lattice().lengths(), spglibs.lattice().lengths(), 2 * symprec)
        && close(ours.lattice().angles(), spglibs.lattice().angles(), 20 * symprec);
  }

  private static boolean close(double[] p, double[] q, double tolerance) {
    return Math.abs(p[0] - q[0]) < tolerance
        && Math.abs(p[1] - q[1]) < tolerance
        && Math.abs(p[2] - q[2]) < tolerance;
  }

  private static int number(Crystal crystal, double symprec) {
    return LIBRARY.spg_get_international(
        new byte[11],
        Rows.transposed(crystal.lattice().rows()),
        crystal.fractional(),
        crystal.atomicNumbers(),
        crystal.atomCount(),
        symprec);
  }

  private static Crystal standard(Crystal crystal, double symprec, boolean idealize) {
    int count = crystal.atomCount();
    double[] columns = Rows.transposed(crystal.lattice().rows());
    // a conventional cell has up to four lattice points
    double[] positions = Arrays.copyOf(crystal.fractional(), 12 * count);
    int[] types = Arrays.copyOf(crystal.atomicNumbers(), 4 * count);
    int found =
        LIBRARY.spg_standardize_cell(
            columns, positions, types, count, 0, idealize ? 0 : 1, symprec);
    return Crystal.of(
        Lattice.ofRows(Rows.transposed(columns)),
        Arrays.copyOf(types, found),
        Arrays.copyOf(positions, 3 * found));
  }
}
