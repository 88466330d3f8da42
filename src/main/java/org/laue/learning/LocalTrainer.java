package org.laue.learning;

import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.ImageBatch;

/** Trains on one machine, in one thread. */
public final class LocalTrainer {
  private final TrainingSettings settings;

  /**
   * @param settings as given; the number of workers is not used
   */
  public LocalTrainer(TrainingSettings settings) {
    this.settings = settings.withWorkers(1);
  }

  /**
   * @param test watched by the learning curve, never learned from; may be empty
   * @param listener called about a dozen times, at the end of a round
   */
  public CrystalModel train(
      ModelDescription description,
      ImageSet train,
      ImageSet test,
      Consumer<LearningCurve.Point> listener) {
    int classes = description.labels().size();
    MultiLayerNetwork network = ConvNet.create(settings.network(classes));
    BatchOrder order = new BatchOrder(settings.seed(), train.size(), settings.batchSize());
    Monitor monitor = new Monitor(settings, classes, train, test, listener);
    int batch = 0;
    for (int round = 0; round < settings.rounds(); round++) {
      for (int i = 0; i < settings.averagingFrequency(); i++, batch++) {
        ImageSet images = train.subset(order.batch(batch));
        network.fit(ImageBatch.labelled(images.images(), images.labels(), classes));
      }
      monitor.afterRound(batch, network.score(), () -> ConvNet.parameters(network));
    }
    return CrystalModel.finish(
        description, settings, ConvNet.parameters(network), train, train.size(), monitor.curve());
  }
}
