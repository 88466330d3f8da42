package org.laue.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.io.CountingSink;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureFormat;

class StructureFilesTest {
  private static final String XYZ = "1\nLattice=\"4 0 0 0 4 0 0 0 6\"\nFe 0 0 0\n";
  private static final String AIMS = "atom 0 0 0 Fe\n";

  @Test
  void gzipIsUnpackedWhateverTheNameAndHoweverManyMembers() throws IOException {
    byte[] twice = concat(gzip(XYZ.getBytes(UTF_8)), gzip(XYZ.getBytes(UTF_8)));
    assertThat(Reading.of("a.xyz", twice).structures).hasSize(2);
    assertThat(Reading.of("a.xyz", slow(twice), ReadLimits.DEFAULT).structures).hasSize(2);
  }

  @Test
  void damagedGzipKeepsWhatCameBefore() throws IOException {
    byte[] whole = gzip(XYZ.repeat(20_000).getBytes(UTF_8));
    Reading reading = Reading.of("a.xyz.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(reading.structures).hasSizeGreaterThan(1000);
    assertThat(reading.reason()).contains("damaged or end early", "fetch the file again");
    assertThat(reading.rejects.get(0).position()).isEqualTo(reading.structures.size() + 1);
    assertThat(Reading.of("a.gz", new byte[] {0x1f, (byte) 0x8b, 9}).reason()).contains("gzip");
  }

  @Test
  void aBombIsDefusedByItsExpansion() throws IOException {
    byte[] bomb = gzip(new byte[80 << 20]);
    assertThat(Reading.of("a.xyz.gz", bomb).rejects)
        .extracting(Reject::reason)
        .anyMatch(reason -> reason.contains("grows to more than 250.0 times its size"));
    ReadLimits small = new ReadLimits(10, 100, 1000, 1e9);
    byte[] many = gzip(XYZ.repeat(100).getBytes(UTF_8));
    assertThat(Reading.of("a.xyz", new ByteArrayInputStream(many), small).rejects)
        .extracting(Reject::reason)
        .anyMatch(reason -> reason.contains("grows to more than 1000 bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xyz", "POSCAR", "a.cif", "geometry.in", "a.jsonl", "a.json"})
  void anEndlessLineEndsInARejectWithoutBeingKept(String name) {
    ReadLimits limits = new ReadLimits(1000, 10_000, 1 << 30, 250);
    String begin = name.contains("json") ? "{\"data\":\"" : "x";
    InputStream line =
        new SequenceInputStream(new ByteArrayInputStream(begin.getBytes(UTF_8)), endless(20 << 20));
    Reading reading = Reading.of(name, line, limits);
    assertThat(reading.structures).isEmpty();
    assertThat(reading.rejects).isNotEmpty();
    assertThat(reading.rejects.get(0).reason()).contains("10000");
  }

  @Test
  void aLongLineLosesOnlyItsFrame() {
    ReadLimits limits = new ReadLimits(1000, 100, 1 << 30, 250);
    String text = XYZ + "1\n" + "x".repeat(5000) + "\nFe 0 0 0\n" + XYZ;
    InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8));
    Reading reading = Reading.of("a.xyz", in, limits);
    assertThat(reading.structures).hasSize(2);
    assertThat(reading.reason()).contains("Line 5 is longer than 100 characters");
  }

  @Test
  void rubbishWithoutEndIsGivenUp() {
    Reading reading = Reading.of("a.jsonl", "x\n".repeat(30_000));
    assertThat(reading.rejects).hasSize(CountingSink.MAX_REJECTS_IN_A_ROW + 1);
    assertThat(reading.rejects.get(reading.rejects.size() - 1).reason()).contains("in a row");
  }

  @Test
  void entriesOfAZipAreReadAndThoseThatClimbOutRefused() throws IOException {
    byte[] inner = zip("a.xyz", XYZ.getBytes(UTF_8));
    byte[] zip =
        zip(
            "run/a.xyz", XYZ.getBytes(UTF_8),
            "../b.xyz", XYZ.getBytes(UTF_8),
            "C:\\c.xyz", XYZ.getBytes(UTF_8),
            "inner.zip", inner,
            "notes.txt", "hello".getBytes(UTF_8),
            "d.xyz.gz", gzip(XYZ.getBytes(UTF_8)));
    Reading reading = Reading.of("x.zip", zip);
    assertThat(reading.structures)
        .extracting(ParsedStructure::source)
        .containsExactly("x.zip!run/a.xyz", "x.zip!d.xyz.gz");
    assertThat(reading.structures).extracting(ParsedStructure::name).containsExactly("a-1", "d-1");
    assertThat(reading.rejects)
        .extracting(Reject::source)
        .containsExactly("x.zip!../b.xyz", "x.zip!C:/c.xyz", "x.zip!inner.zip", "x.zip!notes.txt");
    assertThat(reading.rejects)
        .extracting(reject -> reject.reason().split(" ", 3)[0])
        .containsExactly("Entry", "Entry", "An", "Not");
  }

  @Test
  void aCutOffZipKeepsItsFirstEntries() throws IOException {
    byte[] zip = zip("a.xyz", XYZ.getBytes(UTF_8), "b.xyz", XYZ.repeat(999).getBytes(UTF_8));
    Reading reading = Reading.of("x.zip", Arrays.copyOf(zip, 240));
    assertThat(reading.structures).isNotEmpty();
    assertThat(reading.rejects).hasSize(1);
  }

  @Test
  void tarArchivesAreReadPackedOrNot() throws IOException {
    byte[] tar =
        concat(tar("run/a.xyz", XYZ), tar("/etc/geometry.in", AIMS), tar("geometry.in", AIMS));
    byte[] ended = concat(tar, new byte[1024]);
    for (byte[] bytes : new byte[][] {ended, gzip(ended)}) {
      Reading reading = Reading.of("x.tar.gz", bytes);
      assertThat(reading.structures).hasSize(2);
      assertThat(reading.reason()).contains("leads out of the archive");
    }
    assertThat(Reading.of("x.tar", Arrays.copyOf(tar, 530)).rejects)
        .anyMatch(reject -> reject.reason().contains("end early"));
    Reading cut = Reading.of("x.tar", tar);
    assertThat(cut.structures).hasSize(2);
    assertThat(cut.rejects).anyMatch(reject -> reject.reason().contains("cut off behind its last"));
  }

  @Test
  void aZipThatIsCutBetweenItsFilesSaysSo() throws IOException {
    byte[] zip = zip("a.xyz", XYZ.getBytes(UTF_8), "b.xyz", XYZ.getBytes(UTF_8));
    int directory = new String(zip, ISO_8859_1).indexOf("PK\1\2");
    for (int length : new int[] {directory, directory + 20, zip.length - 23}) {
      Reading reading = Reading.of("x.zip", Arrays.copyOf(zip, length));
      assertThat(reading.structures).hasSize(2);
      assertThat(reading.reason())
          .containsAnyOf("cut off behind its last file", "ends early", "Truncated");
    }
  }

  @Test
  void everyUsualCompressionIsUnpacked() throws Exception {
    for (String kind : List.of("gz", "bzip2", "xz", "zstd")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out =
          new CompressorStreamFactory().createCompressorOutputStream(kind, bytes)) {
        out.write(concat(tar("run/a.xyz", XYZ.repeat(900)), new byte[1024]));
      }
      byte[] whole = bytes.toByteArray();
      assertThat(Reading.of("x.tar." + kind, whole).structures).as(kind).hasSize(900);
      Reading cut = Reading.of("x.tar." + kind, Arrays.copyOf(whole, whole.length / 2));
      assertThat(cut.rejects).as(kind).isNotEmpty();
      assertThat(cut.rejects).noneMatch(reject -> reject.reason().contains("null"));
    }
  }

  @Test
  void archivesWithoutFilesAreARejectEach() throws IOException {
    byte[] folder = tar("empty/", "");
    folder[156] = '5';
    byte[] link = tar("latest", "");
    link[156] = '2';
    byte[] ended = new byte[1024];
    assertThat(Reading.of("x.tar", concat(signed(folder), signed(link), ended)).reason())
        .contains("no file (folders: 1; links or special files: 1, 'latest')");
    assertThat(Reading.of("x.zip", zip("empty/", new byte[0])).reason())
        .contains("no file (folders: 1)");
    assertThat(Reading.of("x.zip", zip()).reason()).contains("no file (folders: 0)");
    Reading both = Reading.of("x.tar", concat(tar("a.xyz", XYZ), signed(link), ended));
    assertThat(both.structures).hasSize(1);
    assertThat(both.reason()).contains("Passed over links or special files: 1, 'latest'");
  }

  @Test
  void entriesOfAnyNameAreReadOrRefusedByThemselves() throws IOException {
    byte[] xyz = XYZ.getBytes(UTF_8);
    Reading reading =
        Reading.of("x.zip", zip("a:b 16:00:00.xyz", xyz, "n".repeat(9000), xyz, "\u00fc.xyz", xyz));
    assertThat(reading.structures)
        .extracting(ParsedStructure::name)
        .containsExactly("a:b 16:00:00-1", "\u00fc-1");
    assertThat(reading.reason()).contains("Entry name has 9000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BZh91 phase of iron", "Rar! a find", "ustar", "7z"})
  void aCommentThatBeginsLikeASignatureIsAComment(String comment) {
    String text = comment + "\n1\n4 0 0\n0 4 0\n0 0 4\nFe\n1\nd\n0 0 0\n";
    assertThat(Reading.of("POSCAR", text).crystal().atomCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', The file is empty",
    "'<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>', Not a",
    "'just some words', Not a structure file; looked for",
    "'BZh91AY', Not a structure file"
  })
  void whatIsNoStructureFileIsToldWhatWasLookedFor(String text, String reason) {
    Reading reading = Reading.of("dir/unknown.dat", text);
    assertThat(reading.reason()).contains(reason);
    assertThat(reading.rejects.get(0).position()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'LammpS RestartT', a LAMMPS restart file",
    "'&CONTROL\n/\n', Quantum ESPRESSO",
    "'<!DOCTYPE html><html>', a web page"
  })
  void filesOfOtherProgramsAreNamed(String text, String reason) {
    assertThat(Reading.of("dir/unknown.dat", text).reason())
        .contains(reason, "which is not read; ");
  }

  @ParameterizedTest
  @CsvSource({
    "POSCAR, poscar",
    "POSCAR.Si, poscar",
    "run/Si_CONTCAR, poscar",
    "x.vasp, poscar",
    "a.CIF.gz, cif",
    "geometry.in.next_step, aims",
    "a.extxyz, extxyz",
    "dump.melt, lammps-dump",
    "run.lammpstrj.gz, lammps-dump",
    "data.melt, lammps-data",
    "iron.lmp, lammps-data",
    "a.jsonl, optimade-jsonl",
    "s3://b/a.json, optimade-json",
    "positron.csv, "
  })
  void theNameDecidesWhereTheContentIsEmpty(String file, String format) {
    assertThat(FormatRegistry.standard().detect(file, "").map(StructureFormat::name).orElse(null))
        .isEqualTo(format);
  }

  @Test
  void theContentDecidesWhereTheNameSaysNothing() {
    assertThat(Reading.of("unknown", XYZ).structures).hasSize(1);
    assertThat(Reading.of("a.cif", AIMS).structures).hasSize(1);
    assertThat(Reading.of("a.txt", "x\n1\n4 0 0\n0 4 0\n0 0 4\nFe\n1\nd\n0 0 0\n").structures)
        .hasSize(1);
  }

  @Test
  void storageFailuresAreNotTheFilesFault() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection lost");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("connection lost");
          }
        };
    assertThatThrownBy(() -> StructureFiles.standard().read("a", failing, new Reading()))
        .isInstanceOf(IOException.class)
        .hasMessage("connection lost");
  }

  @Test
  void unknownFormatNamesAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> FormatRegistry.standard().named("pdb"))
        .hasMessageContaining("cif (*.cif");
    assertThat(FormatRegistry.standard().named("cif").description()).isNotBlank();
  }

  /** Hands out one byte at a time and admits to none, as a network stream may. */
  private static InputStream slow(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(1, length));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }

  private static InputStream endless(int length) {
    return new InputStream() {
      private int left = length;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int count = Math.min(left, length);
        Arrays.fill(target, offset, offset + count, (byte) 'x');
        left -= count;
        return count == 0 ? -1 : count;
      }
    };
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return out.toByteArray();
  }

  private static byte[] tar(String name, String content) {
    byte[] entry = new byte[512 + (content.length() + 511) / 512 * 512];
    System.arraycopy(name.getBytes(UTF_8), 0, entry, 0, name.length());
    byte[] size = String.format("%011o", content.length()).getBytes(UTF_8);
    System.arraycopy(size, 0, entry, 124, size.length);
    entry[156] = '0';
    System.arraycopy("ustar".getBytes(UTF_8), 0, entry, 257, 5);
    System.arraycopy(content.getBytes(UTF_8), 0, entry, 512, content.length());
    return signed(content.isEmpty() ? Arrays.copyOf(entry, 512) : entry);
  }

  /** With the check sum of its header: the sum of all bytes, itself taken as blanks. */
  private static byte[] signed(byte[] entry) {
    Arrays.fill(entry, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += entry[i] & 0xff;
    }
    System.arraycopy(String.format("%06o\0 ", sum).getBytes(UTF_8), 0, entry, 148, 8);
    return entry;
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
