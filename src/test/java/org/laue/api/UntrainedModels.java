package org.laue.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.Networks;
import org.laue.learning.TrainedWeights;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.Example;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.Atoms;
import org.laue.structure.ClassScheme;
import org.laue.structure.Element;

/** Models with the weights that a training begins with, for what does not hang on their answers. */
public final class UntrainedModels {
  private static final Descriptor CLOUDS =
      new PointCloudGenerator(
          new PointCloudSettings(
              PointCloudSettings.Generation.V2,
              PointCloudSettings.defaults().probe(),
              PointCloudSettings.Cell.CONVENTIONAL,
              1,
              0.1));

  private UntrainedModels() {}

  /** Of classes that come with Laue, by point clouds of 27 points. */
  public static CrystalModel classes(String scheme, long seed) {
    return model("pointnet", new ClassTask(ClassScheme.load(scheme)), CLOUDS, seed);
  }

  /** Of classes that come with Laue, by images. */
  public static CrystalModel images(String scheme, long seed) {
    Imaging imaging = new Imaging(FingerprintParameters.defaults(), false);
    return model("convnet", new ClassTask(ClassScheme.load(scheme)), imaging, seed);
  }

  /** Of a number, by graphs. */
  public static CrystalModel number(String column, String unit, long seed) {
    ScalarTask task =
        new ScalarTask(List.of(new ScalarTask.Scalar(column, unit).scaled((double) seed, 1.5)));
    return model("sen-composition", task, new GraphGenerator(GraphSettings.defaults()), seed);
  }

  /** Of a gap and a formation energy, by graphs. */
  static CrystalModel twoNumbers(long seed) {
    ScalarTask task =
        new ScalarTask(
            List.of(
                new ScalarTask.Scalar("gap_ev", "eV").notBelow(0),
                new ScalarTask.Scalar("formation_energy_ev_per_atom", "eV/atom")));
    return model("sen-composition", task, new GraphGenerator(GraphSettings.defaults()), seed);
  }

  private static CrystalModel model(String network, Task task, Descriptor seen, long seed) {
    List<Example> known =
        HandMade.CRYSTALS.values().stream()
            .map(crystal -> Example.shown(seen.values(crystal.atoms()), seed))
            .toList();
    NetworkSpec spec = Networks.named(network, task, seen);
    float[] first = NetworkSpec.parameters(spec.create(TrainingSettings.paper(seed)));
    ModelDescription description =
        new ModelDescription(network, task, seen, Map.of()).withElements(elements());
    return new TrainedWeights(description, spec.settled(first, known), new LearningCurve(List.of()))
        .calibratedOn(known, List.of());
  }

  private static List<Integer> elements() {
    return HandMade.CRYSTALS.values().stream()
        .map(HandMade.Known::atoms)
        .map(Atoms::atomicNumbers)
        .flatMapToInt(Arrays::stream)
        .distinct()
        .filter(z -> z != Element.ofSymbol("U").atomicNumber())
        .boxed()
        .toList();
  }
}
