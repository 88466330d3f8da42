package org.laue.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.ClassScore;
import org.laue.evaluation.ConfusionMatrix;
import org.laue.evaluation.InsideView;
import org.laue.evaluation.NumberAnswer;
import org.laue.evaluation.NumberRow;
import org.laue.evaluation.PeerErrors;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.ShapeMistake;

/**
 * Everything a study's report shows, as plain values.
 *
 * @param confusions by heading, for instance {@code pristine}
 * @param numbers errors of predicted numbers, where the study asks for numbers
 * @param inside what the network makes of crystals on the way to numbers, where it shows that
 * @param scores the network's, then those of simpler answers
 * @param answers the network's, with the truth, where they are scored
 * @param beside what stands beside the scores
 * @param facts what was run, with which settings and versions, in the order to be printed
 */
public record StudyReport(
    String title,
    String scope,
    AccuracyTable accuracies,
    Map<String, ConfusionMatrix> confusions,
    List<NumberRow> numbers,
    List<NumberAnswer> numberAnswers,
    Optional<InsideView> inside,
    List<ClassScore> scores,
    Optional<ClassAnswers> answers,
    Beside beside,
    List<Example> examples,
    List<Step> steps,
    List<LearningPoint> learning,
    Optional<RealCrystals> real,
    Map<String, String> facts) {

  /**
   * What stands beside the scores.
   *
   * @param network its name
   * @param learnedFrom crystals of the training side
   * @param peers others' errors of the same numbers
   * @param mistakes wrong crystal systems
   */
  public record Beside(
      String network, long learnedFrom, List<PeerErrors> peers, List<ShapeMistake> mistakes) {
    public Beside {
      peers = List.copyOf(peers);
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * One fingerprint to look at.
   *
   * @param condition for instance {@code vacancies 25 %}
   * @param png the image, red, green, blue = rotations about x, y, z; or the cloud
   */
  public record Example(
      String crystalClass,
      String condition,
      String formula,
      String prediction,
      double probability,
      byte[] png) {}

  /**
   * Counts of one step.
   *
   * @param rejected by reason
   */
  public record Step(String name, long in, long out, Map<String, Long> rejected, double seconds) {}

  /**
   * @param trainAccuracy percent, NaN where it was not measured; so is testAccuracy
   */
  public record LearningPoint(
      int round, int updates, double loss, double trainAccuracy, double testAccuracy) {}

  /**
   * How the model does on crystals that were read from files.
   *
   * @param accuracies one row per source and space group as we find it
   * @param statedAccuracies the same by the space group that the file states
   * @param labels how our space group compares with the one written in the file
   */
  public record RealCrystals(
      List<SourceAccuracy> accuracies,
      List<SourceAccuracy> statedAccuracies,
      List<LabelAgreement> labels,
      List<Reject> rejects) {}

  /**
   * @param source file or folder the crystals came from
   */
  public record SourceAccuracy(
      String source, int spaceGroup, String crystalClass, Proportion right, String mistakenFor) {}

  public record LabelAgreement(String source, long labelled, long equal, String differences) {}

  public record Reject(String source, String step, String reason, long count) {}
}
