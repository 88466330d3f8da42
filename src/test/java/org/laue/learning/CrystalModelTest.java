package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;

class CrystalModelTest {
  private static final ImageSet TRAIN = SyntheticImages.of(48, 3, 1);
  private static final ImageSet TEST = SyntheticImages.of(24, 3, 2);
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(7, 24, 16, 1e-3, 1e-4, 0.25, 1, 8);
  private static final ModelDescription DESCRIPTION =
      new ModelDescription(
          ConvNet.NAME,
          new ClassTask(ClassScheme.ofLabels("folds", List.of("two", "three", "four"))),
          new Imaging(FingerprintParameters.defaults(), false),
          Map.of("data", "synthetic"));
  private static CrystalModel model;

  @BeforeAll
  static void train() {
    model = train(new ArrayList<>());
  }

  private static CrystalModel train(List<LearningCurve.Point> points) {
    return LocalTraining.train(DESCRIPTION, SETTINGS, TRAIN, TEST, points::add);
  }

  @Test
  void learnsWhatIsEasy() {
    assertThat(model.accuracy(TRAIN)).isEqualTo(1);
    assertThat(model.accuracy(TEST)).isGreaterThan(0.9);
  }

  @Test
  void sameSeedGivesTheSameModelBitByBit() {
    List<LearningCurve.Point> points = new ArrayList<>();
    assertThat(train(points).parameters()).isEqualTo(model.parameters());
    assertThat(points).hasSize(3).last().extracting(LearningCurve.Point::images).isEqualTo(384L);
  }

  @Test
  void survivesTheDisk(@TempDir Path directory) throws IOException {
    model.save(directory);
    CrystalModel read = CrystalModel.load(directory);
    assertThat(read.labels()).containsExactly("two", "three", "four");
    assertThat(read.parameters()).isEqualTo(model.parameters());
    assertThat(read.description()).isEqualTo(model.description());
    assertThat(read.learningCurve().toCsv()).isEqualTo(model.learningCurve().toCsv());
    assertThat(read.novelty().distanceLimit()).isEqualTo(model.novelty().distanceLimit());
    assertThat(read.probabilities(TEST.images())).isDeepEqualTo(model.probabilities(TEST.images()));
    assertThat(Files.readString(directory.resolve("card.md")))
        .contains("`three`", "innerRadiusPixels", "training.seed");
  }

  @Test
  void damagedWeightsAreRefused(@TempDir Path directory) throws IOException {
    model.save(directory);
    byte[] weights = Files.readAllBytes(directory.resolve("parameters.f32"));
    weights[100] ^= 1;
    Files.write(directory.resolve("parameters.f32"), weights);
    assertThatThrownBy(() -> CrystalModel.load(directory))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("parameters.f32");
  }

  @Test
  void aDirectoryWithoutModelIsNamed(@TempDir Path directory) {
    assertThatThrownBy(() -> CrystalModel.load(directory))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void otherDescriptorsAreRefusedByKeyAndValues() {
    FingerprintParameters known = FingerprintParameters.defaults();
    ModelDescription description = model.description();
    description.requireSame(new Imaging(known, false));
    Imaging otherRing = new Imaging(known.withRing(10, 30), false);
    assertThatThrownBy(() -> description.requireSame(otherRing))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("innerRadiusPixels = 5")
        .hasMessageContaining("innerRadiusPixels = 10");
    PointCloudGenerator cloud = new PointCloudGenerator(PointCloudSettings.defaults());
    assertThatThrownBy(() -> description.requireSame(cloud))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("looks at descriptor image, these are of pointcloud");
    Imaging otherCell = new Imaging(known.withCellSymprec(0.1), false);
    description.requireSame(otherCell.withTolerancesOf(description.descriptor()));
  }

  @Test
  void aNetworkThatLooksAtSomethingElseIsRefused() {
    ClassTask task = new ClassTask(ClassScheme.paper());
    PointCloudGenerator cloud = new PointCloudGenerator(PointCloudSettings.defaults());
    assertThatThrownBy(() -> Networks.named("convnet", task, cloud))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("looks at images of 3 x 64 x 64, the descriptor makes [343, 4]");
    assertThatThrownBy(() -> Networks.named("pointnet3", task, cloud))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "No network is called 'pointnet3'; this program has cgcnn, convnet, deepknet, deepknet-stn, fcnet, fcnet-permuted, pointnet, pointnet-equivalents, pointnet-lengths, pointnet-powder, sen, sen-batch-attention, sen-composition, sen-no-capsule, sen-transformer");
  }

  @Test
  void aModelOfAnUnknownNetworkSaysSo(@TempDir Path directory) throws Exception {
    model.save(directory);
    ModelFixtures.rewrite(directory.resolve("model.json"), root -> root.put("network", "graphnet"));
    assertThatThrownBy(() -> CrystalModel.load(directory))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "No network is called 'graphnet'; this program has cgcnn, convnet, deepknet, deepknet-stn, fcnet, fcnet-permuted, pointnet, pointnet-equivalents, pointnet-lengths, pointnet-powder, sen, sen-batch-attention, sen-composition, sen-no-capsule, sen-transformer");
    ModelFixtures.rewrite(
        directory.resolve("model.json"),
        root ->
            ((ObjectNode) root.put("network", "convnet").get("descriptor")).put("name", "soap"));
    assertThatThrownBy(() -> CrystalModel.load(directory))
        .isInstanceOf(UserException.class)
        .hasMessage("No descriptor is called 'soap'; this program has graph, image, pointcloud");
  }

  @Test
  void aModelOfNumbersSurvivesTheDiskWithItsScale(@TempDir Path directory) throws IOException {
    ScalarTask task = new ScalarTask(List.of(new ScalarTask.Scalar("gap", "eV").scaled(1.25, 0.5)));
    float[] parameters =
        NetworkSpec.parameters(
            ConvNet.of(task, new int[] {3, 64, 64}).create(TrainingSettings.paper(3)));
    ModelDescription description =
        new ModelDescription(ConvNet.NAME, task, DESCRIPTION.descriptor(), Map.of());
    TrainedWeights weights =
        new TrainedWeights(description, parameters, new LearningCurve(List.of()));
    CrystalModel numbers = weights.calibratedOn(SyntheticImages.examples(TEST, 3), List.of());
    numbers.save(directory);
    CrystalModel read = CrystalModel.load(directory);
    assertThat(read.description()).isEqualTo(description);
    float[][] outputs = read.answer(TEST.images()).outputs();
    assertThat(outputs).isDeepEqualTo(numbers.answer(TEST.images()).outputs());
    assertThat(outputs[0]).hasSize(1);
    assertThat(task.scalars().get(0).ofNetwork(2)).isEqualTo(2.25);
    assertThatThrownBy(read::labels)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("answers numbers (gap)");
  }

  @Test
  void threadsMayShareAModel() throws Exception {
    float[][] expected = model.probabilities(TEST.images());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<float[][]>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(threads.submit(() -> model.probabilities(TEST.images())));
    }
    for (Future<float[][]> answer : answers) {
      assertThat(answer.get()).isDeepEqualTo(expected);
    }
    threads.shutdown();
  }
}
