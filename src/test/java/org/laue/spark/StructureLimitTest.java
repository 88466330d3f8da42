package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskKilledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.StoppedException;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.runs.StepSummary;

class StructureLimitTest {
  private static final int EDGE = 64;

  private static StructureLimit of(double seconds) {
    Configuration hadoop = new Configuration(false);
    hadoop.setDouble(StructureLimit.KEY, seconds);
    return StructureLimit.of(hadoop);
  }

  private static int endless() {
    while (true) {
      StoppedException.ifInterrupted();
      Thread.onSpinWait();
    }
  }

  private static int deaf() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return 7;
  }

  @Test
  void whatEndsInTimeIsLeftAlone() {
    assertThat(of(600).<Integer>within(() -> 7)).isEqualTo(7);
    assertThatThrownBy(() -> of(600).within(() -> Integer.parseInt("x")))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void whatTakesLongerIsSaidAndTheNextIsNotInterrupted() {
    StructureLimit limit = of(0.02);
    assertThatThrownBy(() -> limit.within(StructureLimitTest::endless))
        .isInstanceOf(StructureLimit.OverException.class)
        .hasMessageContaining("0.02 s (study.time-limit)");
    assertThatThrownBy(() -> limit.within(StructureLimitTest::deaf))
        .as("an answer that came too late may be half of one")
        .isInstanceOf(StructureLimit.OverException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aTaskThatIsKilledDoesNotTakeItForTheLimit() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> of(600).within(StructureLimitTest::endless))
          .isInstanceOf(TaskKilledException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /**
   * 262,144 atoms on a simple cubic lattice: as many translations, each to be tried on each atom.
   */
  @Test
  void aCrystalThatTakesLongCostsItselfInEveryStep(@TempDir Path directory) throws IOException {
    Path files = SmallStudy.files(directory.resolve("files"));
    LaueSession session = SharedSession.get();
    StepSummary alone =
        new IngestStep(session).run(SmallStudy.ingest(files, directory.resolve("alone")));
    Files.writeString(files.resolve("long.extxyz"), large());
    session.hadoop().setDouble(StructureLimit.KEY, 0.3);
    try {
      StepSummary limited =
          new IngestStep(session).run(SmallStudy.ingest(files, directory.resolve("limited")));
      assertThat(limited.count(StructureLimit.OVER)).isEqualTo(1);
      assertThat(limited.pretty()).contains("1 " + StructureLimit.OVER);
      assertThat(limited.out()).isEqualTo(alone.out());
      assertThat(limited.rejected()).isEqualTo(alone.rejected() + 1);
      List<TableRow> rejects = TableRows.rejects(limited.path());
      assertThat(rejects)
          .anySatisfy(
              row -> {
                assertThat(row.text("source")).endsWith("long.extxyz");
                assertThat(row.text("reason")).startsWith("No answer within 0.3 s");
              });
    } finally {
      session.hadoop().unset(StructureLimit.KEY);
    }
  }

  private static String large() {
    StringBuilder text = new StringBuilder();
    text.append(EDGE * EDGE * EDGE).append("\nLattice=\"");
    text.append(
        "%1$d 0 0 0 %1$d 0 0 0 %1$d\" Properties=species:S:1:pos:R:3\n".formatted(3 * EDGE));
    for (int i = 0; i < EDGE * EDGE * EDGE; i++) {
      int x = 3 * (i % EDGE);
      int y = 3 * (i / EDGE % EDGE);
      int z = 3 * (i / EDGE / EDGE);
      text.append("Po %d %d %d%n".formatted(x, y, z));
    }
    return text.toString();
  }
}
