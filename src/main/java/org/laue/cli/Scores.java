package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.descriptors.image.Imaging;
import org.laue.evaluation.Committee;
import org.laue.evaluation.KnownScore;
import org.laue.evaluation.Opinion;
import org.laue.evaluation.RealAnswer;
import org.laue.formats.io.ParsedStructure;
import org.laue.learning.CrystalModel;
import org.laue.learning.Novelty;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.structure.CrystalClass;

/** How sure several scores are of one structure: the product's own and those it is measured by. */
final class Scores {
  private final Laue laue;
  private final List<Laue> others;
  private final double dropout;
  private final int passes;

  /**
   * @param others further models of the same classes; none for no ensemble
   * @param dropout share that is dropped
   * @param passes with dropout
   */
  Scores(Laue laue, List<Laue> others, double dropout, int passes) {
    this.laue = laue;
    this.others = List.copyOf(others);
    this.dropout = dropout;
    this.passes = passes;
  }

  /**
   * @param image of the structure, as the model sees it
   * @param answer to it
   */
  Map<KnownScore, Opinion> of(ParsedStructure structure, Imaging.Image image, Answer answer) {
    CrystalModel model = laue.model();
    float[] pixels = image.fingerprint().pixels();
    Answers own = model.answer(new float[][] {pixels});
    String network = answer.network().label();
    Map<KnownScore, Opinion> all = new EnumMap<>(KnownScore.class);
    Committee alone = Committee.of(own.outputs()[0]);
    all.put(KnownScore.PROBABILITY, probability(alone, network));
    all.put(KnownScore.ENTROPY, plain(network, alone.certainty()));
    Committee dropped =
        new Committee(
            model
                .network()
                .withDropout(Example.shown(pixels, Arrays.hashCode(pixels)), dropout, passes));
    all.put(KnownScore.DROPOUT, probability(dropped, network));
    all.put(KnownScore.DROPOUT_ENTROPY, plain(network, dropped.certainty()));
    all.put(KnownScore.DROPOUT_INFORMATION, plain(network, dropped.agreement()));
    if (!others.isEmpty()) {
      Committee ensemble = ensemble(structure, image, own.outputs()[0]);
      all.put(KnownScore.ENSEMBLE, probability(ensemble, network));
      all.put(KnownScore.ENSEMBLE_ENTROPY, plain(network, ensemble.certainty()));
      all.put(KnownScore.ENSEMBLE_INFORMATION, plain(network, ensemble.agreement()));
    }
    Novelty gate = model.novelty();
    double distance = gate.distance(own.features()[0]) / gate.distanceLimit();
    all.put(KnownScore.FEATURES, plain(network, -distance));
    all.put(KnownScore.GATE, plain(network, -answer.network().novelty()));
    all.put(KnownScore.PARENT, byGroup(answer));
    all.put(KnownScore.VERDICT, verdict(answer));
    return all;
  }

  private static Opinion plain(String network, double value) {
    return new Opinion(network, value, value);
  }

  private Opinion probability(Committee committee, String network) {
    List<String> labels = laue.model().labels();
    double[] mean = committee.mean();
    int best = 0;
    for (int i = 1; i < mean.length; i++) {
      best = mean[i] > mean[best] ? i : best;
    }
    return new Opinion(labels.get(best), mean[best], mean[labels.indexOf(network)]);
  }

  /** Models with other settings of the image look at an image of their own. */
  private Committee ensemble(ParsedStructure structure, Imaging.Image image, float[] own) {
    List<float[]> members = new ArrayList<>(List.of(own));
    for (Laue other : others) {
      Imaging.Image seen =
          other.imaging().equals(laue.imaging()) ? image : other.fingerprint(structure);
      float[][] pixels = {seen.fingerprint().pixels()};
      members.add(other.model().probabilities(pixels)[0]);
    }
    return new Committee(members.toArray(float[][]::new));
  }

  private Opinion byGroup(Answer answer) {
    String label =
        answer.spaceGroup().stream()
            .boxed()
            .flatMap(g -> laue.model().description().classes().ofSpaceGroup(g).stream())
            .map(CrystalClass::label)
            .findFirst()
            .orElse(RealAnswer.UNKNOWN);
    double agreed = answer.network().probabilities().getOrDefault(label, 0.0);
    return new Opinion(label, agreed, label.equals(answer.network().label()) ? agreed : 0);
  }

  private static Opinion verdict(Answer answer) {
    if (!answer.verdict().isKnown()) {
      return new Opinion(RealAnswer.UNKNOWN, 0, 0);
    }
    String label = answer.verdict().label();
    double given = answer.verdict().probability();
    return new Opinion(label, given, label.equals(answer.network().label()) ? given : 0);
  }
}
