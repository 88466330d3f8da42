package org.laue.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.BatchOrder;
import org.laue.learning.training.Example;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.Monitor;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;

/** Training without Spark, for tests of what comes of it: one worker, nothing averaged. */
final class LocalTraining {
  private LocalTraining() {}

  static CrystalModel train(
      ModelDescription description,
      TrainingSettings settings,
      ImageSet train,
      ImageSet test,
      Consumer<LearningCurve.Point> listener) {
    Task task = description.task();
    ConvNet spec = new ConvNet(task.outputs());
    List<Example> examples = SyntheticImages.examples(train, task.outputs());
    MultiLayerNetwork network = spec.create(settings);
    BatchOrder order = new BatchOrder(settings.seed(), train.size(), settings.batchSize());
    Monitor monitor =
        new Monitor(
            spec,
            task,
            settings,
            examples,
            SyntheticImages.examples(test, task.outputs()),
            listener);
    int batch = 0;
    for (int round = 0; round < settings.rounds(); round++) {
      for (int i = 0; i < settings.averagingFrequency(); i++, batch++) {
        List<Example> shown = new ArrayList<>();
        for (int position : order.batch(batch)) {
          shown.add(examples.get(position));
        }
        network.fit(spec.batch(shown));
      }
      monitor.afterRound(batch, network.score(), () -> NetworkSpec.parameters(network));
    }
    return CrystalModel.finish(
        description,
        settings,
        new Trained(
            NetworkSpec.parameters(network), examples, train.size(), monitor.curve(), Map.of()));
  }
}
