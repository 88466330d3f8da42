package org.laue.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.structure.Crystal;

class KeptWorkTest {
  private static final ScanSettings SETTINGS = ScanSettings.DEFAULT.withThreads(1);
  private static final ScanResult UNDISTURBED = new Scan(SETTINGS).scan(bcc(1));

  @TempDir private Path folder;

  private static Crystal bcc(long seed) {
    return Samples.shaken(Samples.block(LocalClass.BCC, 2.6, 1.6, 5000), 0.2, seed);
  }

  /** Does so many jobs of pieces and is stopped then. */
  private static final class Mortal implements ScanWork {
    private final int life;
    private int jobs;

    Mortal(int life) {
      this.life = life;
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public <P extends Serializable, R extends Serializable> List<R> each(
        int count, IntFunction<P> pieces, Work<P, R> work) {
      if (jobs == life) {
        throw new IllegalStateException("stopped");
      }
      jobs++;
      return new ThreadWork(1).each(count, pieces, work);
    }
  }

  private static byte[] bytes(ScanResult result) {
    return SerializationUtils.serialize(result);
  }

  private ScanResult scan(Crystal atoms, ScanWork work, String version) {
    return new Scan(SETTINGS, new KeptWork(work, folder, version)).scan(atoms);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aFrameThatWasStoppedGoesOnAndIsTheSame() {
    Mortal whole = new Mortal(Integer.MAX_VALUE);
    new Scan(SETTINGS, new KeptWork(whole, folder.resolve("whole"), "1")).scan(bcc(1));
    assertThat(whole.jobs).isGreaterThan(3);
    for (int life : new int[] {1, 2}) {
      assertThatThrownBy(() -> scan(bcc(1), new Mortal(life), "1"))
          .isInstanceOf(IllegalStateException.class);
    }
    Mortal rest = new Mortal(Integer.MAX_VALUE);
    assertThat(bytes(scan(bcc(1), rest, "1"))).isEqualTo(bytes(UNDISTURBED));
    assertThat(rest.jobs).isEqualTo(whole.jobs - 3);
    Mortal nothing = new Mortal(0);
    assertThat(bytes(scan(bcc(1), nothing, "1"))).isEqualTo(bytes(UNDISTURBED));
  }

  @Test
  void nothingOfOtherAtomsOrOfAnotherProgramIsTaken() {
    scan(bcc(1), new Mortal(Integer.MAX_VALUE), "1");
    assertThatThrownBy(() -> scan(bcc(2), new Mortal(0), "1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> scan(bcc(1), new Mortal(0), "2"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatCanNoLongerBeReadIsDoneAnew() throws IOException {
    scan(bcc(1), new Mortal(Integer.MAX_VALUE), "1");
    Path one = files().get(0);
    Files.write(one, Arrays.copyOf(Files.readAllBytes(one), 100));
    Mortal once = new Mortal(Integer.MAX_VALUE);
    KeptWork work = new KeptWork(once, folder, "1");
    assertThat(bytes(new Scan(SETTINGS, work).scan(bcc(1)))).isEqualTo(bytes(UNDISTURBED));
    assertThat(once.jobs).isEqualTo(1);
    assertThat(work.damaged()).isEqualTo(1);
    assertThat(bytes(scan(bcc(1), new Mortal(0), "1"))).isEqualTo(bytes(UNDISTURBED));
  }

  @Test
  void framesThatAreDoneAsAWholeAreKeptAndTheirFaultsAreNot() throws IOException {
    List<Serializable> frames =
        List.of(
            ScannedFrame.of(() -> UNDISTURBED),
            ScannedFrame.of(
                () -> {
                  throw new IllegalStateException("a fault of ours");
                }));
    for (int frame = 0; frame < frames.size(); frame++) {
      int number = frame;
      KeptWork work = new KeptWork(new ThreadWork(1), folder.resolve("frame" + frame), "1");
      work.each(1, i -> number, (Integer piece) -> frames.get(piece));
    }
    assertThat(folder.resolve("frame0")).isNotEmptyDirectory();
    assertThat(folder.resolve("frame1")).isEmptyDirectory();
  }

  @Test
  void whereNothingCanBeKeptTheFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    KeptWork work = new KeptWork(new ThreadWork(1), file, "1");
    assertThatThrownBy(() -> new Scan(SETTINGS, work).scan(bcc(1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void filesOfOthersInTheFolderStay() throws IOException {
    KeptWork work = new KeptWork(new ThreadWork(2), folder, "1");
    new Scan(SETTINGS, work).scan(bcc(1));
    List<Path> others = List.of(folder.resolve("mine.tmp"), folder.resolve("grains.scan"));
    for (Path other : others) {
      Files.writeString(other, "mine");
    }
    work.clear();
    assertThat(files()).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void clearedItLeavesNothing() throws IOException {
    KeptWork work = new KeptWork(new ThreadWork(2), folder.resolve("kept"), "1");
    assertThat(bytes(new Scan(SETTINGS, work).scan(bcc(1)))).isEqualTo(bytes(UNDISTURBED));
    assertThat(files()).hasSize(1);
    work.clear();
    assertThat(files()).isEmpty();
  }
}
