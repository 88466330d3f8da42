package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.EarlyStopping;
import org.laue.structure.ClassScheme;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** The steps that write images write point clouds as well. */
class PointCloudStepTest {
  private static final PointCloudGenerator CLOUDS =
      new PointCloudGenerator(PointCloudSettings.defaults().withMaxMiller(1));

  @TempDir static Path directory;
  private static CompleteRun structures;
  private static CompleteRun clouds;
  private static CompleteRun splits;

  @BeforeAll
  static void describe() throws IOException {
    SmallStudy.Described described = SmallStudy.describedBy(CLOUDS, directory);
    structures = described.structures();
    clouds = described.variants();
    splits =
        new SplitStep(SharedSession.get())
            .run(
                SplitSettings.of(structures, directory.resolve("study").toString())
                    .withTest(0.5, 3)
                    .asSeen(clouds, 1e-3))
            .run();
  }

  @Test
  void aCloudIsThatOfTheStructureAsGivenUnlessAtomsAreMissing() throws IOException {
    Map<String, StructureRow> known = TableRows.structuresById(structures);
    List<TableRow> rows = TableRows.of(clouds, TableSchemas.POINT_CLOUDS);
    assertThat(rows).hasSize(known.size() * (1 + 2 + 2));
    for (TableRow row : rows) {
      assertThat(row.integers("shape")).containsExactly(27, 4);
      assertThat(row.integer("point_count")).isEqualTo(27);
      float[] own = CLOUDS.values(known.get(row.text("structure_id")).crystal());
      String defect = row.text("defect_kind");
      // Atoms 0.02 angstrom off may lie within the tolerance of the cloud's cell.
      if (!defect.equals("displacement")) {
        assertThat(Arrays.equals(row.floats("points"), own)).isEqualTo(defect.equals("pristine"));
      }
    }
  }

  @Test
  void aRunTellsItsDescriptor() {
    assertThat(DescriptorTable.of(clouds).descriptor()).isEqualTo(CLOUDS);
    assertThatThrownBy(() -> DescriptorTable.of(structures))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("A run of descriptors is needed here")
        .hasMessageContaining("holds structures");
  }

  @Test
  void viewsAreTheCloudsOfTheTrainingSideOnce() throws IOException {
    CompleteRun views = views();
    List<TableRow> rows = TableRows.of(views, TableSchemas.POINT_CLOUDS);
    assertThat(rows).hasSize(3);
    Map<String, StructureRow> known = TableRows.structuresById(structures);
    for (TableRow row : rows) {
      assertThat(row.floats("points"))
          .containsExactly(CLOUDS.values(known.get(row.text("structure_id")).crystal()));
    }
  }

  private static CompleteRun views() throws IOException {
    return new TrainingViewsStep(SharedSession.get())
        .run(
            new TrainingViewSettings(
                structures,
                splits,
                "random",
                CLOUDS,
                7,
                4,
                ViewDrawing.NONE,
                0,
                directory.resolve("views").toString(),
                0))
        .run();
  }

  @Test
  void aNetworkOfImagesIsNotTrainedOnClouds() throws IOException {
    TrainSettings settings =
        new TrainSettings(
            new ClassTask(ClassScheme.paper()),
            "convnet",
            views(),
            clouds,
            splits,
            Optional.empty(),
            "random",
            directory.resolve("training").toString(),
            3,
            4,
            4,
            1e-3,
            2,
            2,
            0.2,
            EarlyStopping.NONE);
    assertThatThrownBy(() -> new TrainStep(SharedSession.get()).run(settings, point -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("looks at images of 3 x 64 x 64, the descriptor makes [27, 4]");
  }
}
