package org.laue.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {
  private static final String ORIGIN = "0123456789abcdef".repeat(4);
  private static final int CHECKSUM = 32;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("one.scan");
  }

  private static double[] numbers(Random random, int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static LocalLattice lattice(LocalClass kind, Random random) {
    double[] r = numbers(random, 4);
    return new LocalLattice(
        Template.of(kind),
        numbers(random, 9),
        numbers(random, 9),
        numbers(random, 3),
        r[0],
        r[1],
        r[2],
        r[3]);
  }

  private static LocalLattice[][] lattices() {
    Random random = new Random(1);
    LocalLattice[] all =
        Template.all().stream()
            .map(template -> lattice(template.kind(), random))
            .toArray(LocalLattice[]::new);
    return new LocalLattice[][] {all, {}, {lattice(LocalClass.HCP, random)}};
  }

  private static AtomAnswers answers() {
    Random random = new Random(2);
    AtomAnswers answers = new AtomAnswers(LocalClass.values().length);
    for (LocalClass kind : LocalClass.values()) {
      answers.set(kind.ordinal(), kind, random.nextDouble());
      answers.setLattice(kind.ordinal(), numbers(random, 4), numbers(random, 3));
      answers.setGrain(kind.ordinal(), kind.ordinal() % 3);
    }
    return answers;
  }

  private static ScannedFrame frame() {
    List<Grain> grains =
        List.of(
            new Grain(1, LocalClass.HCP, 3, 2, new double[] {0, 0.6, 0, 0.8}),
            new Grain(2, LocalClass.OTHER, 2, 0, new double[] {0, 0, 0, 1}));
    List<Boundary> boundaries = List.of(new Boundary(1, 2, 7, Double.NaN));
    return new ScannedFrame(new ScanResult(answers(), grains, boundaries, 2.3), null);
  }

  private static List<Serializable> everything() {
    return List.of(lattices(), answers(), frame(), new LocalLattice[0][], new AtomAnswers(0));
  }

  private byte[] whole() throws IOException {
    KeptFile.write(file, ORIGIN, everything());
    return Files.readAllBytes(file);
  }

  private static List<byte[]> bytes(List<?> results) {
    return results.stream().map(r -> SerializationUtils.serialize((Serializable) r)).toList();
  }

  @Test
  void everyKindOfResultIsReadAsItWasWritten() throws IOException {
    whole();
    List<Object> read = KeptFile.read(file, ORIGIN, everything().size());
    assertThat(bytes(read)).usingRecursiveComparison().isEqualTo(bytes(everything()));
  }

  @Test
  void resultsOfOtherPiecesAreNotTaken() throws IOException {
    whole();
    String other = "f" + ORIGIN.substring(1);
    assertThatThrownBy(() -> KeptFile.read(file, other, everything().size()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> KeptFile.read(file, ORIGIN, everything().size() - 1))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFileThatWasCutAnywhereIsNotTaken() throws IOException {
    byte[] whole = whole();
    for (int length = 0; length < whole.length; length++) {
      assertNotTaken(Arrays.copyOf(whole, length));
    }
    assertNotTaken(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void aFileWithAnyByteChangedIsNotTaken() throws IOException {
    byte[] whole = whole();
    Random random = new Random(3);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      assertNotTaken(changed);
    }
  }

  private void assertNotTaken(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> KeptFile.read(file, ORIGIN, everything().size()))
        .isInstanceOf(IOException.class);
  }

  /**
   * Whoever can make the checksum right gets no more memory than the file is long, and no fault.
   */
  @Test
  void countsThatAFileHasNoRoomForAreRefusedBehindARightChecksumToo() throws IOException {
    byte[] whole = whole();
    int refused = 0;
    int[] evil = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0x10000000, 1000};
    for (int at = 0; at + Integer.BYTES <= whole.length - CHECKSUM; at++) {
      byte[] changed = whole.clone();
      ByteBuffer.wrap(changed).putInt(at, evil[at % evil.length]);
      refused += isRefused(signed(changed)) ? 1 : 0;
    }
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      byte[] changed = Arrays.copyOf(whole, CHECKSUM + random.nextInt(whole.length - CHECKSUM));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      refused += isRefused(signed(changed)) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(2000);
  }

  private static byte[] signed(byte[] bytes) {
    byte[] body = Arrays.copyOf(bytes, bytes.length - CHECKSUM);
    System.arraycopy(KeptFile.sha256().digest(body), 0, bytes, body.length, CHECKSUM);
    return bytes;
  }

  /** Numbers may be others; everything else than an answer is an {@link IOException}. */
  private boolean isRefused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      assertThat(KeptFile.read(file, ORIGIN, everything().size())).hasSize(everything().size());
      return false;
    } catch (IOException refused) {
      return true;
    }
  }
}
