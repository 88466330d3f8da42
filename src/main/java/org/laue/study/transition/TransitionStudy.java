package org.laue.study.transition;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.laue.UserException;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.Imaging;
import org.laue.evaluation.TransitionCurves;
import org.laue.learning.CrystalModel;

/** What some models say along a path; the same for any number of threads. */
public final class TransitionStudy {
  private final List<CrystalModel> models;
  private final Imaging seen;

  /**
   * @param models of the same classes and images, for instance trained with several seeds
   */
  public TransitionStudy(List<CrystalModel> models) {
    this.models = List.copyOf(models);
    CrystalModel first = this.models.get(0);
    if (!(first.description().descriptor() instanceof Imaging images)) {
      throw new UserException("Transitions are followed by models that look at images");
    }
    this.seen = images;
    for (CrystalModel model : this.models) {
      if (!model.labels().equals(first.labels())
          || !model.fingerprintParameters().equals(first.fingerprintParameters())) {
        throw new UserException(
            "The models differ in classes or images; one chart takes models that differ in"
                + " their weights alone");
      }
    }
  }

  /**
   * @param done is told each structure that was followed; from several threads
   */
  public TransitionCurves follow(TransitionConfig config, IntConsumer done) {
    TransitionPath path = new TransitionPath(config, models.get(0).description().classes(), seen);
    double[][][] samples = new double[path.structures() * models.size()][][];
    IntStream.range(0, path.structures())
        .parallel()
        .forEach(
            structure -> {
              float[][] images =
                  path.images(structure).stream().map(Fingerprint::pixels).toArray(float[][]::new);
              for (int model = 0; model < models.size(); model++) {
                samples[structure * models.size() + model] =
                    widened(models.get(model).probabilities(images));
              }
              done.accept(structure);
            });
    return new TransitionCurves(models.get(0).labels(), config.levels(), samples);
  }

  private static double[][] widened(float[][] rows) {
    double[][] wide = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      wide[i] = IntStream.range(0, row.length).mapToDouble(k -> row[k]).toArray();
    }
    return wide;
  }
}
