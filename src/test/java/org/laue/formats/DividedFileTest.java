package org.laue.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.io.DividedFile;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Piece;
import org.laue.formats.io.Place;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StoredChunks;
import org.laue.formats.io.StructureSink;
import org.laue.formats.io.Survey;

/** Pieces of a file give what the file gives: each row once, at its position, in its words. */
class DividedFileTest {
  private static final ReadLimits LIMITS = new ReadLimits(1000, 200, 1L << 38, 250);
  private static final StructureFiles FILES = StructureFiles.of(LIMITS);

  private static final String ENTRY =
      "{\"type\":\"structures\",\"id\":\"%s\",\"attributes\":{\"nsites\":1,\"species_at_sites\":[\"Cu\"],"
          + "\"species\":[{\"name\":\"Cu\",\"chemical_symbols\":[\"Cu\"],\"concentration\":[1]}],"
          + "\"cartesian_site_positions\":[[0,0,0]],\"dimension_types\":[1,1,1],"
          + "\"lattice_vectors\":[[%s,0,0],[0,3,0],[0,0,3]]}}";

  /** Rows of a source as text, each with its place. */
  private static final class Rows implements StructureSink {
    private final List<String> rows = new ArrayList<>();

    @Override
    public void accept(ParsedStructure s) {
      rows.add(
          String.join(
              "|",
              s.source(),
              "" + s.position(),
              s.name(),
              s.formula(),
              Arrays.toString(s.atoms().cartesian()),
              s.properties().toString(),
              s.kind() + " " + s.warnings()));
    }

    @Override
    public void reject(Reject reject) {
      rows.add(reject.source() + "|" + reject.position() + "|" + reject.reason());
    }
  }

  private static List<String> whole(String name, byte[] file) throws IOException {
    Rows rows = new Rows();
    FILES.read(name, new ByteArrayInputStream(file), rows);
    return rows.rows;
  }

  private static Optional<List<Piece>> pieces(DividedFile divided, int length, int size) {
    List<Survey> surveys = new ArrayList<>();
    Place entry = Place.BEGINNING;
    for (long from = 0; from < length; from += size) {
      long to = from + size < length ? from + size : StoredChunks.END;
      surveys.add(divided.survey(from, to, entry));
      entry = new Place(0, 0, surveys.get(0).lengthUnit());
    }
    return DividedFile.pieces(surveys, LIMITS);
  }

  /** Rows of the pieces, one after the other; null where the file is not divided. */
  private static List<String> inPieces(String name, byte[] file, int size) throws IOException {
    Layout layout = FILES.layout(name, new ByteArrayInputStream(file));
    if (!layout.isDivisible()) {
      return null;
    }
    DividedFile divided =
        FILES.divided(
            name,
            layout,
            from -> new ByteArrayInputStream(file, (int) from, file.length - (int) from));
    Optional<List<Piece>> pieces = pieces(divided, file.length, size);
    Rows rows = new Rows();
    for (Piece piece : pieces.orElse(List.of())) {
      int before = rows.rows.size();
      divided.read(piece, rows);
      assertThat(rows.rows.size() - before).isEqualTo(piece.readings());
    }
    return pieces.isEmpty() ? null : rows.rows;
  }

  private static void assertSameAtEverySize(String name, byte[] file) throws IOException {
    List<String> whole = whole(name, file);
    for (int size = 1; size <= file.length + 1; size++) {
      assertThat(inPieces(name, file, size)).as("size %d", size).isEqualTo(whole);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] frames(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int atoms = random.nextInt(1, 9);
      text.append(atoms).append("\nLattice=\"9 0 0 0 9 0 0 0 9\" run=").append(i).append('\n');
      for (int k = 0; k < atoms; k++) {
        text.append("Cu ").append(k).append(' ').append(random.nextDouble()).append(" 0.5\n");
      }
    }
    return bytes(text.toString());
  }

  private static byte[] bzip2(byte[] plain, int level) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(packed, level)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  /** As pbzip2 packs: short streams one after the other, cut anywhere. */
  private static byte[] streams(byte[] plain, int length) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int from = 0; from < plain.length; from += length) {
      packed.write(
          bzip2(Arrays.copyOfRange(plain, from, Math.min(plain.length, from + length)), 1));
    }
    return packed.toByteArray();
  }

  @Test
  void extendedXyzIsTheSameAtEverySizeOfItsPieces() throws IOException {
    String long1 = "x".repeat(250);
    String text =
        "junk\n2\nLattice=\"3 0 0 0 3 0 0 0 3\" name=one\nCu 0 0 0\nCu 1 1 1\n"
            + "1\n5\nFe 0 0 0\n" // a comment that looks like a number of atoms
            + "3\nshort\nFe 0 0 0\n" // announces more than follow
            + "1\n\nNi 0 0 0\n\n\n2\r\nname=windows\r\nNi 0 0 0\r\nNi 2 0 0\r\n"
            + "1\rname=mac\rAl 0 0 0\r2\r2\r2\rAl 0 0 0\n1\n1\nAu 0 0 0\n"
            + "1\n"
            + long1
            + "\nAu 0 0 0\n1\nlast\nAg 0 0 0\n0\nnone\n7";
    assertThat(whole("a.xyz", bytes(text))).hasSizeGreaterThan(10);
    assertSameAtEverySize("a.xyz", bytes(text));
  }

  @Test
  void optimadeLinesAreTheSameAtEverySizeOfTheirPieces() throws IOException {
    String text =
        "{\"x-optimade\":{\"meta\":{}}}\n"
            + ENTRY.formatted("a", "3")
            + "\n{\"type\":\"info\",\"id\":\"n\"}\n\n{\"type\":\"structures\",\"id\":\n"
            + ENTRY.formatted("b", "4")
            + "\r\n"
            + ENTRY.formatted("c", "x")
            + "\n"
            + ENTRY.formatted("d", "5");
    assertThat(whole("a.jsonl", bytes(text))).hasSize(5);
    assertSameAtEverySize("a.jsonl", bytes(text));
  }

  private static String dump(String head, String time, int atoms) {
    return head
        + "ITEM: TIMESTEP\n"
        + time
        + "\nITEM: NUMBER OF ATOMS\n"
        + atoms
        + "\nITEM: BOX BOUNDS pp pp pp\n0 1\n0 1\n0 1\nITEM: ATOMS id element x y z\n"
        + "1 Cu 0 0 0\n2 Cu 0.5 0.5 0.5\n";
  }

  @Test
  void lammpsDumpsAreTheSameAtEverySizeOfTheirPieces() throws IOException {
    String text =
        dump("ITEM: UNITS\nnano\n", "0", 2)
            + dump("", "1", 3)
            + dump("ITEM: TIME\n0.5\n", "ITEM: ATOMS", 2)
            + dump("", "2", 0)
            + "ITEM: TIMESTEP\nITEM: TIMESTEP\n7\n"
            + dump("", "3", 1)
            + dump("", "4", 2);
    List<String> whole = whole("a.lammpstrj", bytes(text));
    assertThat(whole).hasSizeGreaterThan(6);
    assertThat(whole.get(whole.size() - 1)).contains("[0.0, 0.0, 0.0, 5.0, 5.0, 5.0]");
    assertSameAtEverySize("a.lammpstrj", bytes(text));
  }

  @Test
  void aDumpThatChangesItsUnitIsNotDivided() throws IOException {
    byte[] text = bytes(dump("", "0", 2) + dump("", "1", 2) + dump("ITEM: UNITS\nnano\n", "2", 2));
    assertThat(inPieces("a.lammpstrj", text, text.length / 3)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200})
  void packedStreamsAreTheSameAtEverySizeOfTheirPieces(int length) throws IOException {
    byte[] packed = streams(frames(3, length), length);
    assertThat(inPieces("a.xyz.bz2", packed, 100)).hasSize(3);
    List<String> whole = whole("a.xyz.bz2", packed);
    for (int size : new int[] {1, 3, 10, 31, 64, 101}) {
      assertThat(inPieces("a.xyz.bz2", packed, size)).as("size %d", size).isEqualTo(whole);
    }
  }

  @Test
  void blocksOfOneStreamBeginAtAnyBit() throws IOException {
    byte[] packed = bzip2(frames(2600, 5), 1);
    List<String> whole = whole("a.xyz.bz2", packed);
    for (int size : new int[] {3001, 20_000, 47_123, 100_000, packed.length - 1}) {
      assertThat(inPieces("a.xyz.bz2", packed, size)).as("size %d", size).isEqualTo(whole);
    }
  }

  @Test
  void damagedPackedFilesAreReadWholeOrGiveTheSame() throws IOException {
    byte[] good = streams(frames(3, 1), 60);
    int divided = 0;
    for (int at = 4; at < good.length; at += 5) {
      byte[] damaged = good.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      List<String> rows = inPieces("a.xyz.bz2", damaged, 64);
      divided += rows == null ? 0 : 1;
      if (rows != null) {
        assertThat(rows).as("byte %d", at).isEqualTo(whole("a.xyz.bz2", damaged));
      }
    }
    assertThat(divided).isLessThan(good.length / 50);
    for (int cut = 1; cut < 60; cut += 5) {
      assertThat(inPieces("a.xyz.bz2", Arrays.copyOf(good, good.length - cut), 64)).isNull();
    }
  }

  @Test
  void whatIsJudgedByOneReaderAloneIsNotDivided() throws IOException {
    assertThat(inPieces("a.xyz", bytes("\n".repeat(50)), 10)).isNull();
    byte[] rejects = bytes("1\na\nb\n".repeat(10_001));
    assertThat(whole("a.xyz", rejects)).hasSize(10_001);
    assertThat(inPieces("a.xyz", rejects, 30_000)).isNull();
  }

  @Test
  void whatCannotBeDividedIsSaid() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GzipCompressorOutputStream(packed)) {
      out.write(frames(3, 1));
    }
    Layout gzip = FILES.layout("a.xyz.gz", new ByteArrayInputStream(packed.toByteArray()));
    assertThat(gzip).isEqualTo(new Layout(false, 0, "gzip"));
    Layout cif =
        FILES.layout("a.cif", new ByteArrayInputStream(bytes("data_a\n_cell_length_a 3\n")));
    assertThat(cif).isEqualTo(new Layout(false, 0, "cif"));
  }
}
