package org.laue.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.StableRandom;
import org.laue.bench.Mutations;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Whatever happens to a file, reading it ends in structures and rejects, never in an exception. */
class DamagedFilesTest {
  @ParameterizedTest
  @CsvSource({
    "a.cif, 11",
    "several.cif, 12",
    "POSCAR, 13",
    "a.xyz, 14",
    "geometry.in, 15",
    "a.jsonl, 16",
    "a.json, 17",
    "a.dump, 18",
    "a.lmp, 19"
  })
  void everyMutationIsReadOrRejected(String name, long seed) {
    StableRandom random = new StableRandom(seed);
    String text = sample(name);
    assertThat(Reading.of(name, text).structures).isNotEmpty();
    for (int round = 0; round < 400; round++) {
      String damaged = Mutations.damaged(text, random);
      Reading reading = Reading.of(name, damaged);
      assertThat(reading.structures.size() + reading.rejects.size()).as(damaged).isPositive();
      assertThat(reading.rejects).allMatch(reject -> !reject.reason().isBlank());
    }
  }

  @ParameterizedTest
  @CsvSource({"a.cif, 21", "a.xyz, 22", "a.jsonl, 23"})
  void everyDamageToAPackedFileIsSurvived(String name, long seed) throws IOException {
    StableRandom random = new StableRandom(seed);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(sample(name).repeat(3).getBytes(StandardCharsets.UTF_8));
    }
    for (int round = 0; round < 200; round++) {
      byte[] bytes = packed.toByteArray();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Reading reading = Reading.of(name, bytes);
      assertThat(reading.structures.size() + reading.rejects.size()).isPositive();
    }
  }

  private static String sample(String name) {
    try {
      if (name.equals("several.cif")) {
        try (InputStream in = DamagedFilesTest.class.getResourceAsStream("cif/" + name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      return switch (name) {
        case "a.cif" -> written(WritableFormat.CIF).repeat(2);
        case "POSCAR" -> written(WritableFormat.POSCAR);
        case "a.xyz" -> written(WritableFormat.EXTXYZ).repeat(2);
        case "geometry.in" -> written(WritableFormat.AIMS);
        case "a.jsonl" -> "{\"x-optimade\": {}}\n" + entry() + "\n" + entry() + "\n";
        case "a.dump" -> dump().repeat(2);
        case "a.lmp" ->
            "x\n\n2 atoms\n1 atom types\n0 4 xlo xhi\n0 5 ylo yhi\n0 6 zlo zhi\n0 1 0 xy xz yz\n\n"
                + "Masses\n\n1 55.8 # Fe\n\nAtoms # atomic\n\n1 1 0 0 0\n2 1 1 2 3\n";
        default -> "{\"data\": [" + entry() + ",\n" + entry() + "], \"meta\": {}}";
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String dump() {
    return "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS xy xz yz pp pp pp\n"
        + "0 5 1\n0 5 0\n0 6 0\nITEM: ATOMS id element xs ys zs\n1 Fe 0 0 0\n2 O .5 .5 .5\n";
  }

  private static String entry() {
    return "{\"type\":\"structures\",\"id\":\"a\",\"attributes\":{\"nsites\":2,\"lattice_vectors\":"
        + "[[4.0,0,0],[0,4.1,0],[0,0,6.0]],\"cartesian_site_positions\":[[0,0,0],[2,2,3e0]],"
        + "\"species_at_sites\":[\"Na\",\"Cl\"],\"species\":[{\"name\":\"Na\",\"chemical_symbols\":"
        + "[\"Na\"],\"concentration\":[1.0]},{\"name\":\"Cl\",\"chemical_symbols\":[\"Cl\"],"
        + "\"concentration\":[1.0]}],\"structure_features\":[],\"_mp_by\":{\"0.1\":[1,2]}}}";
  }

  private static String written(WritableFormat format) throws IOException {
    Crystal crystal =
        Crystal.of(
            Lattice.ofRows(4, 0, 0, 1, 4.5, 0, 0.5, 0.2, 6),
            new int[] {22, 8, 8},
            new double[] {0, 0, 0, 0.31, 0.32, 0.33, 0.7, 0.6, 0.5});
    StringBuilder text = new StringBuilder();
    format.write(
        new ParsedStructure("x", 1, "sample", crystal, Map.of("sg", "1", "note", "a b")), text);
    return text.toString();
  }
}
