package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.prototypes.PrototypeSettings;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.DamagedRunException;
import org.laue.tables.runs.StepSummary;

class StepsTest {
  private static final int STRUCTURES = 6;
  private static final int VARIANTS = 5;

  @TempDir static Path directory;
  private static Path files;
  private static Path output;
  private static StepSummary ingested;
  private static StepSummary fingerprinted;
  private static StepSummary asked;

  @BeforeAll
  static void run() throws IOException {
    files = SmallStudy.files(directory.resolve("files"));
    output = directory.resolve("study");
    LaueSession session = SharedSession.get();
    ingested = new IngestStep(session).run(SmallStudy.ingest(files, output).withPartitions(2));
    fingerprinted =
        new DescribeStep(session)
            .run(
                DescribeSettings.of(
                        SmallStudy.variants(ingested.run()), SmallStudy.IMAGES, output.toString())
                    .withPartitions(2));
    asked =
        new BaselineStep(session)
            .run(
                BaselineSettings.of(SmallStudy.variants(ingested.run()), output.toString())
                    .withPartitions(2));
  }

  @Test
  void everyCrystalIsReadOnceAndLabelled() throws IOException {
    assertThat(ingested.counts())
        .containsEntry("in", 8L)
        .containsEntry("out", (long) STRUCTURES)
        .containsEntry("duplicates", 1L)
        .containsEntry("rejected", 1L);
    List<TableRow> rows = TableRows.of(ingested.path(), TableSchemas.STRUCTURES);
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.text("label")).isEqualTo(row.text("expected_label")));
    assertThat(rows.stream().map(row -> row.text("formula")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("Cu", "Fe", "Po", "Al", "W", "Cs");
    TableRow copper =
        rows.stream().filter(row -> row.text("formula").equals("Cu")).findFirst().orElseThrow();
    assertThat(copper.text("source")).endsWith("a.extxyz");
    assertThat(copper.integers("space_groups")).containsExactly(225, 225, 225);
  }

  @Test
  void whatIsNoStructureIsRejectedWithSourceAndReason() throws IOException {
    assertThat(TableRows.rejects(ingested.path()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.text("source")).endsWith("notes.txt");
              assertThat(row.text("step")).isEqualTo("ingest");
              assertThat(row.text("reason")).contains("Not a structure file");
            });
  }

  @Test
  void everyVariantHasItsFingerprintOnce() throws IOException {
    List<TableRow> rows = TableRows.of(fingerprinted.path(), TableSchemas.FINGERPRINTS);
    assertThat(rows).hasSize(STRUCTURES * VARIANTS);
    assertThat(
            rows.stream()
                .map(
                    row -> row.text("structure_id") + row.text("defect") + row.integer("replicate"))
                .distinct())
        .hasSize(rows.size());
    assertThat(rows.stream().map(row -> row.longInteger("seed")).distinct()).hasSize(rows.size());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.floats("pixels")).hasSize(3 * 64 * 64).contains(1f);
              assertThat(row.integers("shape")).containsExactly(3, 64, 64);
            });
  }

  @Test
  void aFinishedStepIsNotDoneAgain() throws IOException {
    StepSummary again =
        new DescribeStep(SharedSession.get())
            .run(
                DescribeSettings.of(
                    SmallStudy.variants(ingested.run()), SmallStudy.IMAGES, output.toString()));
    assertThat(again.path()).isEqualTo(fingerprinted.path());
    assertThat(again.counts()).isEqualTo(fingerprinted.counts());
    assertThat(again.reusedParts()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void theRowsAreTheSameForAnyNumberOfPartitions(int partitions, @TempDir Path other)
      throws IOException {
    LaueSession session = SharedSession.get();
    StepSummary structures =
        new IngestStep(session).run(SmallStudy.ingest(files, other).withPartitions(partitions));
    StepSummary images =
        new DescribeStep(session)
            .run(
                DescribeSettings.of(
                        SmallStudy.variants(structures.run()), SmallStudy.IMAGES, other.toString())
                    .withPartitions(partitions));
    StepSummary answers =
        new BaselineStep(session)
            .run(
                BaselineSettings.of(SmallStudy.variants(structures.run()), other.toString())
                    .withPartitions(partitions));
    assertThat(TableRows.contentHash(answers.path()))
        .isEqualTo(TableRows.contentHash(asked.path()));
    assertThat(TableRows.contentHash(structures.path()))
        .isEqualTo(TableRows.contentHash(ingested.path()));
    assertThat(TableRows.contentHash(images.path()))
        .isEqualTo(TableRows.contentHash(fingerprinted.path()));
    assertThat(Path.of(images.path().replace("file:", "")).getFileName())
        .isEqualTo(Path.of(fingerprinted.path()).getFileName());
  }

  @Test
  void theBaselineKnowsWhatIsWholeAndNothingWithHolesWhereTheParentFinderDoes() throws IOException {
    List<TableRow> rows = TableRows.of(asked.path(), TableSchemas.BASELINES);
    assertThat(rows).hasSize(4 * STRUCTURES * VARIANTS);
    assertThat(rows)
        .filteredOn(row -> row.text("defect_kind").equals("pristine"))
        .allSatisfy(row -> assertThat(row.flagOrNull("correct")).isTrue());
    assertThat(rows)
        .filteredOn(row -> row.text("defect_kind").equals("vacancy"))
        .allSatisfy(
            row ->
                assertThat(row.flagOrNull("correct"))
                    .isEqualTo(row.text("setting").equals("parent")));
  }

  @Test
  void theParentFinderIsAskedAboutAShareOfTheStructuresAndAlwaysTheSame() {
    assertThat(new ParentQuestion(0.5).isAskedOf("7fffffff0123")).isTrue();
    assertThat(new ParentQuestion(0.5).isAskedOf("800000000123")).isFalse();
    assertThat(new ParentQuestion(1).isAskedOf("ffffffff0123")).isTrue();
    assertThat(new ParentQuestion(0).isAskedOf("000000000123")).isFalse();
  }

  @Test
  void everyStructureStandsOnOneSideOfEachSplit() throws IOException {
    SplitSettings unseen = SplitSettings.of(ingested.run(), output.toString()).withTest(0.5, 3);
    StepSummary split =
        new SplitStep(SharedSession.get()).run(unseen.asSeen(fingerprinted.run(), 1e-3));
    List<TableRow> rows = TableRows.of(split.path(), TableSchemas.SPLITS);
    assertThat(rows).hasSize(STRUCTURES);
    // No two of these crystals look alike, so the sides are those of the structures alone.
    StepSummary ofStructures = new SplitStep(SharedSession.get()).run(unseen);
    assertThat(sides(TableRows.of(ofStructures.path(), TableSchemas.SPLITS)))
        .isEqualTo(sides(rows));
    for (String way : List.of("random", "honest")) {
      assertThat(rows)
          .filteredOn(row -> row.text(way).equals(Splits.TEST))
          .extracting(row -> row.text("label"))
          .containsExactlyInAnyOrder("fcc", "bcc", "sc");
    }
    List<String> sides =
        Frames.describedWithSplit(SharedSession.get(), fingerprinted.run(), split.run(), "honest")
            .select("split")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(sides).containsExactlyInAnyOrder(Splits.TRAIN, Splits.TEST);
  }

  @Test
  void aSmallerShareOfTheTrainingSideIsPartOfALargerOne() throws IOException {
    SplitSettings whole = SplitSettings.of(ingested.run(), output.toString()).withTest(0.2, 3);
    Map<Double, Map<String, String>> sides = new TreeMap<>();
    for (double share : new double[] {0.01, 0.6, 1}) {
      StepSummary split = new SplitStep(SharedSession.get()).run(whole.withTrainShare(share));
      sides.put(
          share,
          TableRows.of(split.path(), TableSchemas.SPLITS).stream()
              .collect(Collectors.toMap(r -> r.text("structure_id"), r -> r.text("random"))));
    }
    Map<String, String> all = sides.get(1.0);
    assertThat(all.values()).doesNotContain(Splits.DROPPED);
    for (var share : sides.entrySet()) {
      all.forEach(
          (id, side) -> {
            if (!side.equals(Splits.TRAIN)) {
              assertThat(share.getValue()).containsEntry(id, side);
            }
          });
    }
    Set<String> least = trained(sides.get(0.01));
    Set<String> most = trained(sides.get(0.6));
    // One of each class is the least.
    assertThat(least).hasSize(3);
    assertThat(most).containsAll(least);
    assertThat(trained(all)).containsAll(most);
    assertThat(trained(all).size()).isEqualTo(STRUCTURES - 3);
  }

  private static Set<String> trained(Map<String, String> sides) {
    return sides.entrySet().stream()
        .filter(side -> side.getValue().equals(Splits.TRAIN))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<String> sides(List<TableRow> splits) {
    return splits.stream()
        .map(r -> r.text("structure_id") + " " + r.text("random") + " " + r.text("honest"))
        .toList();
  }

  @Test
  void theEmbeddedSetIsConfirmedCrystalByCrystal(@TempDir Path other) throws IOException {
    StepSummary built =
        new PrototypesStep(SharedSession.get())
            .run(PrototypeSettings.balanced(14, 5), other.toString(), 0);
    assertThat(built.in()).isEqualTo(14);
    assertThat(built.out() + built.rejected() + built.count("duplicates")).isEqualTo(14);
    assertThat(TableRows.of(built.path(), TableSchemas.STRUCTURES))
        .allSatisfy(
            row -> {
              assertThat(row.text("label")).isEqualTo(row.text("expected_label")).isNotNull();
              assertThat(row.text("region")).isNotBlank();
            });
  }

  /** The files of Hadoop's local checksums lie beside them only on a local disk. */
  @Test
  void whatIsDamagedBetweenTwoStepsOfOneSessionIsSeenByTheNext(@TempDir Path other)
      throws IOException {
    LaueSession session = SharedSession.get();
    String location = other.resolve("study").toString();
    StepSummary structures =
        new IngestStep(session).run(SmallStudy.ingest(files, Path.of(location)).withPartitions(2));
    BaselineSettings baseline =
        BaselineSettings.of(SmallStudy.variants(structures.run()), location).withPartitions(2);
    new BaselineStep(session).run(baseline);
    Path part = Path.of(structures.run().files().get(0).toUri());
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 4;
    Files.write(part, bytes);
    Files.delete(part.resolveSibling("." + part.getFileName() + ".crc"));

    DescribeStep describe = new DescribeStep(session);
    DescribeSettings images =
        DescribeSettings.of(SmallStudy.variants(structures.run()), SmallStudy.IMAGES, location);
    assertThatThrownBy(() -> describe.run(images))
        .isInstanceOf(DamagedRunException.class)
        .hasMessageContaining(part.getFileName().toString());
  }

  @Test
  void aStepTakesNoRunOfAnotherKind() {
    assertThatThrownBy(() -> SmallStudy.variants(fingerprinted.run()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("A run of structures is needed here")
        .hasMessageContaining("holds fingerprints");
    assertThatThrownBy(
            () -> PredictSettings.of(fingerprinted.run(), ingested.run(), output.toString()))
        .hasMessageContaining("A run of model is needed here");
  }

  @Test
  void credentialsOfAnInputReachNeitherManifestNorRows(@TempDir Path other) throws IOException {
    List<String> inputs = List.of(files.toString(), "s3a://key:hunter2@bucket/x");
    StepSummary read =
        new IngestStep(SharedSession.get()).run(IngestSettings.of(inputs, other.toString()));
    String manifest = Files.readString(Path.of(read.path().replace("file:", ""), "manifest.json"));
    assertThat(manifest).contains("s3a://***@bucket/x").doesNotContain("hunter2");
    assertThat(TableRows.rejects(read.path()))
        .anySatisfy(row -> assertThat(row.text("source")).isEqualTo("s3a://***@bucket/x"))
        .noneSatisfy(row -> assertThat(row.text("reason")).contains("hunter2"));
  }

  @Test
  void aNameThatIsNoFileIsTheUsersMistake() {
    IngestSettings nowhere =
        IngestSettings.of(List.of(directory.resolve("no*where").toString()), output.toString());
    assertThatThrownBy(() -> new IngestStep(SharedSession.get()).run(nowhere))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("No such file");
  }
}
