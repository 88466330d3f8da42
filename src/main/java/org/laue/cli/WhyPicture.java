package org.laue.cli;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.Parent;
import org.laue.api.Verdict;
import org.laue.api.Warning;
import org.laue.descriptors.image.Detector;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.learning.CrystalModel;
import org.laue.learning.Occlusion;
import org.laue.learning.convnet.Inference;
import org.laue.learning.convnet.IntegratedGradients;
import org.laue.learning.convnet.ResponseMaps;

/**
 * Why a structure is what it is said to be, in one picture: its pattern beside those of pristine
 * crystals of the two most probable classes; which spots and rings raise and lower each of the two
 * (integrated gradients), which parts of the pattern decide between them when they are covered (a
 * second opinion), and what the last convolution responded to (attentive response maps, Ziletti et
 * al. 2018, Fig. 5).
 */
final class WhyPicture {
  private static final int LAST = 5;
  private static final int FILTERS = 4;
  private static final int ROWS = 3;
  private static final double LEAST_SHOWN = 5e-5;
  private static final String READING =
      "How to read it. First row: red, green and blue are the diffraction patterns of the crystal"
          + " turned about its x, y and z axis; beside the measured one those of the undamaged"
          + " crystals of the two most probable classes that look most like it (no model carries its"
          + " training images). d is the length between neighbours. Second row: red spots raise the"
          + " class in the caption, blue ones lower it; all numbers together are how far this"
          + " pattern lifts the class above the mean of all classes, as logarithm of the"
          + " probability. Covered: a dark square is moved over the pattern, and what that changes"
          + " between the two classes is drawn: a second opinion that knows nothing of the"
          + " network's inside. Third row: the same numbers added up over rings around the beam; and"
          + " the parts of the pattern that the strongest filters of the last convolution answer to.";

  /** Pixels from the beam to a scattering vector of 1 over the bond length. */
  private static final double SCALE = 1 / Detector.scatteringVector(1, 0)[0];

  private final Laue laue;
  private final ExpectedPatterns expected;
  private final Fingerprint image;
  private final Answer answer;
  private final Sheet sheet;
  private final Graphics2D pen;

  private WhyPicture(Laue laue, Fingerprint image, Answer answer) {
    this.laue = laue;
    this.expected = new ExpectedPatterns(laue.model().description().classes(), laue.imaging());
    this.image = image;
    this.answer = answer;
    this.sheet = new Sheet(image.size(), ROWS);
    this.pen = sheet.pen();
  }

  /**
   * @param name of the structure
   */
  static PictureFiles of(Laue laue, String name, Fingerprint image, Answer answer) {
    WhyPicture picture = new WhyPicture(laue, image, answer);
    picture.draw(name, convolutions(laue.model()));
    return new PictureFiles().with(".png", picture.sheet.png());
  }

  private static Inference convolutions(CrystalModel model) {
    if (model.network() instanceof Inference network) {
      return network;
    }
    throw new UserException(
        "What decided is drawn for the convolutional network alone, this model's is "
            + model.description().network());
  }

  private void draw(String name, Inference network) {
    title(name);
    List<String> classes =
        answer.network().probabilities().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .limit(2)
            .toList();
    sheet.panel(0, 0, FingerprintPng.image(image), "measured; rings at 1/d and 2/d");
    scale(sheet.left(0), sheet.top(0));
    for (int i = 0; i < classes.size(); i++) {
      pattern(i + 1, classes.get(i));
    }
    evidence(network, classes);
    ResponseMaps maps = new ResponseMaps(network);
    sheet.panel(2, 2, response(maps, LAST), "what the last convolution answers to");
    sheet.foot(READING);
    pen.dispose();
  }

  private void title(String name) {
    sheet.head(0, 16, name + "   " + answer.atoms().formula());
    sheet.head(1, 14, verdict());
    sheet.head(2, 14, crystal());
    if (!answer.warnings().isEmpty()) {
      pen.setColor(new Color(0xb42318));
      sheet.head(3, 12, warnings());
    }
  }

  private String verdict() {
    Verdict verdict = answer.verdict();
    String network =
        String.format(
            Locale.ROOT,
            "network: %s, %.2f %%",
            answer.network().label(),
            100 * answer.network().probability());
    return verdict.isKnown()
        ? String.format(
            Locale.ROOT, "%s, %.2f %% (%s)", verdict.label(), 100 * verdict.probability(), network)
        : "unknown: " + verdict.reason() + " (" + network + ")";
  }

  private String crystal() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d atoms", answer.atoms().atomCount()));
    answer.spaceGroup().ifPresent(group -> text.append(", space group ").append(group));
    answer.parent().map(WhyPicture::damage).ifPresent(text::append);
    text.append(String.format(Locale.ROOT, ", bond length %.3f Å", answer.bondLengthAngstrom()));
    return text.toString();
  }

  private String warnings() {
    return answer.warnings().stream()
        .map(Warning::text)
        .collect(Collectors.joining("; ", "Look twice: ", ""));
  }

  private static String damage(Parent parent) {
    return String.format(
        Locale.ROOT,
        ", %.1f %% of the sites occupied, atoms %.2f Å from their sites (rms)",
        100 * parent.occupancy(),
        parent.rmsDisplacementAngstrom());
  }

  private void pattern(int column, String label) {
    double probability = answer.network().probabilities().get(label);
    Optional<ExpectedPatterns.Pattern> pattern = expected.nearest(label, image);
    String crystal = pattern.map(p -> ": " + p.crystal()).orElse("");
    sheet.panel(
        0,
        column,
        pattern.map(p -> FingerprintPng.image(p.fingerprint())).orElse(null),
        "undamaged " + label + crystal + "; network " + percent(probability));
  }

  /** As exact as the title; what rounds to nothing is said to be less than the least. */
  private static String percent(double probability) {
    return probability < LEAST_SHOWN
        ? "below 0.01\u00a0%"
        : String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * probability);
  }

  /** Rings of scattering vectors of 1 and 2 over the bond length. */
  private void scale(int x, int y) {
    pen.setColor(Color.LIGHT_GRAY);
    for (int i = 1; i <= 2; i++) {
      int radius = (int) Math.round(i * Sheet.ZOOM * SCALE);
      pen.drawOval(
          x + sheet.edge() / 2 - radius, y + sheet.edge() / 2 - radius, 2 * radius, 2 * radius);
      String label = i + "/d";
      int left = x + sheet.edge() / 2 - pen.getFontMetrics().stringWidth(label) / 2;
      int base = y + sheet.edge() / 2 + radius + pen.getFontMetrics().getAscent() / 2;
      label(label, left, base);
    }
  }

  /** On black, so that no spot or line behind it makes it hard to read. */
  private void label(String label, int left, int base) {
    FontMetrics metrics = pen.getFontMetrics();
    Color ink = pen.getColor();
    pen.setColor(Color.BLACK);
    pen.fillRect(
        left - 1, base - metrics.getAscent(), metrics.stringWidth(label) + 2, metrics.getHeight());
    pen.setColor(ink);
    sheet.text(label, left, base);
  }

  /** The second row, and the rings in the third. */
  private void evidence(Inference network, List<String> classes) {
    List<String> labels = laue.model().labels();
    int[] asked = classes.stream().mapToInt(labels::indexOf).toArray();
    List<double[]> pixels = spots(network, image, asked, labels.size());
    double most = pixels.stream().mapToDouble(EvidencePicture::largest).max().orElse(0);
    for (int i = 0; i < pixels.size(); i++) {
      String caption =
          String.format(
              Locale.ROOT,
              "red raises %s (%+.1f), blue lowers it (%+.1f)",
              classes.get(i),
              sum(pixels.get(i), 1),
              sum(pixels.get(i), -1));
      sheet.panel(1, i, EvidencePicture.of(image, pixels.get(i), most), caption);
    }
    rings(classes, pixels);
    if (asked.length == 2) {
      covered(network, classes, asked);
    }
  }

  /**
   * What each pixel does to each of the classes, gathered on spots.
   *
   * @param asked numbers of the classes
   * @param classes how many there are
   */
  static List<double[]> spots(Inference network, Fingerprint image, int[] asked, int classes) {
    return Arrays.stream(new IntegratedGradients(network).of(image.pixels(), asked, classes))
        .map(WhyPicture::overChannels)
        .map(values -> EvidencePicture.ofSpots(values, image.size()))
        .toList();
  }

  private void rings(List<String> classes, List<double[]> pixels) {
    sheet.font(11);
    pen.setColor(Color.LIGHT_GRAY);
    pen.drawRect(
        sheet.left(0), sheet.top(2), 2 * sheet.edge() + Sheet.MARGIN - 1, sheet.edge() - 1);
    Rectangle place =
        new Rectangle(sheet.left(0), sheet.top(2), 2 * sheet.edge() + Sheet.MARGIN, sheet.edge());
    new RingEvidence(image.size(), SCALE).draw(pen, place, classes, pixels);
    String caption =
        "rings by scattering vector, 1/d: bars above the line raise the class, below lower it";
    sheet.caption(2, 0, caption, place.width);
  }

  /** A second opinion, which knows nothing of the network but its answers. */
  private void covered(Inference network, List<String> classes, int[] asked) {
    double[][] map =
        new Occlusion(network, Fingerprint.CHANNELS, image.size())
            .map(image.pixels(), asked[0], asked[1]);
    double[] pixels = EvidencePicture.between(map, image.size());
    sheet.panel(
        1,
        2,
        EvidencePicture.of(image, pixels, EvidencePicture.largest(pixels)),
        "covered, second opinion: red speaks for %s, blue for %s"
            .formatted(classes.get(0), classes.get(1)));
  }

  private static double[] overChannels(float[] values) {
    double[] sums = new double[values.length / Fingerprint.CHANNELS];
    for (int i = 0; i < values.length; i++) {
      sums[i % sums.length] += values[i];
    }
    return sums;
  }

  private static double sum(double[] values, int sign) {
    return Arrays.stream(values).filter(value -> value * sign > 0).sum();
  }

  private BufferedImage response(ResponseMaps maps, int layer) {
    return FingerprintPng.image(shown(image.size(), maps.sum(image.pixels(), layer, FILTERS)));
  }

  /** Negative answers are cut off, each channel has its own scale. */
  private static Fingerprint shown(int size, float[] map) {
    int channel = map.length / Fingerprint.CHANNELS;
    for (int start = 0; start < map.length; start += channel) {
      float largest = 0;
      for (int i = start; i < start + channel; i++) {
        largest = Math.max(largest, map[i]);
      }
      for (int i = start; i < start + channel; i++) {
        map[i] = largest > 0 ? Math.max(0, map[i]) / largest : 0;
      }
    }
    return Fingerprint.of(size, map);
  }
}
