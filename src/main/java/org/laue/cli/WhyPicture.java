package org.laue.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.laue.UserException;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.Parent;
import org.laue.api.Verdict;
import org.laue.descriptors.image.Detector;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.learning.CrystalModel;
import org.laue.learning.Occlusion;
import org.laue.learning.convnet.Inference;
import org.laue.learning.convnet.ResponseMaps;

/**
 * Why a structure is what it is said to be, in one picture: its pattern beside those of pristine
 * crystals of the two most probable classes; which parts of it speak for the first and which for
 * the second; and what the first and the last convolution responded to (attentive response maps,
 * Ziletti et al. 2018, Fig. 5).
 */
final class WhyPicture {
  private static final int FIRST = 0;
  private static final int LAST = 5;
  private static final int FILTERS = 4;
  private static final int ZOOM = 4;
  private static final int MARGIN = 16;
  private static final int LINE = 20;
  private static final int COLUMNS = 3;

  /** Pixels from the beam to a scattering vector of 1 over the bond length. */
  private static final double SCALE = 1 / Detector.scatteringVector(1, 0)[0];

  private final Laue laue;
  private final ExpectedPatterns expected;
  private final Fingerprint image;
  private final Answer answer;
  private final int edge;
  private final BufferedImage picture;
  private final Graphics2D pen;

  private WhyPicture(Laue laue, Fingerprint image, Answer answer) {
    this.laue = laue;
    this.expected = new ExpectedPatterns(laue.model().description().classes(), laue.imaging());
    this.image = image;
    this.answer = answer;
    this.edge = ZOOM * image.size();
    int width = MARGIN + COLUMNS * (edge + MARGIN);
    int height = top(2) + MARGIN;
    this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = picture.createGraphics();
  }

  /**
   * @param name of the structure
   */
  static PictureFiles of(Laue laue, String name, Fingerprint image, Answer answer) {
    WhyPicture picture = new WhyPicture(laue, image, answer);
    picture.draw(name, convolutions(laue.model()));
    return new PictureFiles().with(".png", png(picture.picture));
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
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    title(name);
    List<String> classes =
        answer.network().probabilities().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .limit(2)
            .toList();
    panel(0, 0, FingerprintPng.image(image), "measured");
    scale(left(0), top(0));
    for (int i = 0; i < classes.size(); i++) {
      pattern(i + 1, classes.get(i));
    }
    if (classes.size() == 2) {
      String caption = "red speaks for " + classes.get(0) + ", blue for " + classes.get(1);
      panel(1, 0, evidence(network, classes), caption);
    }
    ResponseMaps maps = new ResponseMaps(network);
    panel(1, 1, response(maps, FIRST), "what the first convolution responds to");
    panel(1, 2, response(maps, LAST), "what the last convolution responds to");
    pen.dispose();
  }

  private void title(String name) {
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    text(name + "   " + answer.atoms().formula(), MARGIN, MARGIN + LINE / 2);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    text(verdict(), MARGIN, MARGIN + 3 * LINE / 2);
    text(crystal(), MARGIN, MARGIN + 5 * LINE / 2);
  }

  private String verdict() {
    Verdict verdict = answer.verdict();
    return verdict.isKnown()
        ? String.format(Locale.ROOT, "%s, %.2f %%", verdict.label(), 100 * verdict.probability())
        : String.format(
            Locale.ROOT,
            "unknown: %s (network: %s, %.1f %%)",
            verdict.reason(),
            answer.network().label(),
            100 * answer.network().probability());
  }

  private String crystal() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d atoms", answer.atoms().atomCount()));
    answer.spaceGroup().ifPresent(group -> text.append(", space group ").append(group));
    answer.parent().map(WhyPicture::damage).ifPresent(text::append);
    text.append(String.format(Locale.ROOT, ", bond length %.3f Å", answer.bondLengthAngstrom()));
    return text.toString();
  }

  private static String damage(Parent parent) {
    return String.format(
        Locale.ROOT,
        ", %.1f %% of the sites occupied, atoms %.2f Å off",
        100 * parent.occupancy(),
        parent.rmsDisplacementAngstrom());
  }

  private void pattern(int column, String label) {
    double percent = 100 * answer.network().probabilities().get(label);
    Optional<ExpectedPatterns.Pattern> pattern = expected.nearest(label, image);
    String crystal = pattern.map(p -> " (" + p.crystal() + ")").orElse("");
    panel(
        0,
        column,
        pattern.map(p -> FingerprintPng.image(p.fingerprint())).orElse(null),
        String.format(Locale.ROOT, "%s, network %.1f %%%s", label, percent, crystal));
  }

  /** A bar as long as a scattering vector of 1 over the bond length. */
  private void scale(int x, int y) {
    int length = (int) Math.round(ZOOM * SCALE);
    pen.setColor(Color.WHITE);
    pen.fillRect(x + 8, y + edge - 10, length, 3);
    text("1/d", x + 8, y + edge - 15);
  }

  private BufferedImage evidence(Inference network, List<String> classes) {
    List<String> labels = laue.model().labels();
    double[][] map =
        new Occlusion(network, Fingerprint.CHANNELS, image.size())
            .map(image.pixels(), labels.indexOf(classes.get(0)), labels.indexOf(classes.get(1)));
    double largest = 0;
    for (double[] row : map) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    BufferedImage shown = new BufferedImage(image.size(), image.size(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < image.size(); row++) {
      for (int column = 0; column < image.size(); column++) {
        double value = largest > 0 ? between(map, row, column) / largest : 0;
        shown.setRGB(column, row, blend(brightness(row, column), value));
      }
    }
    return shown;
  }

  /** The map at a pixel, between the middles of its cells. */
  private double between(double[][] map, int row, int column) {
    double cell = (double) image.size() / map.length;
    double y = Math.max(0, Math.min(map.length - 1.0, (row + 0.5) / cell - 0.5));
    double x = Math.max(0, Math.min(map.length - 1.0, (column + 0.5) / cell - 0.5));
    int i = (int) Math.min(y, map.length - 2.0);
    int j = (int) Math.min(x, map.length - 2.0);
    double upper = map[i][j] + (x - j) * (map[i][j + 1] - map[i][j]);
    double lower = map[i + 1][j] + (x - j) * (map[i + 1][j + 1] - map[i + 1][j]);
    return upper + (y - i) * (lower - upper);
  }

  private double brightness(int row, int column) {
    double largest = 0;
    for (int channel = 0; channel < Fingerprint.CHANNELS; channel++) {
      largest = Math.max(largest, image.at(channel, row, column));
    }
    return Math.sqrt(largest);
  }

  /** Bright pixels on dark ground, red or blue by the sign of what speaks there. */
  private static int blend(double brightness, double evidence) {
    double ground = 0.45 * Math.abs(evidence);
    double own = Math.min(1, ground + brightness);
    double other = brightness * (1 - 0.6 * Math.abs(evidence));
    float strong = (float) own;
    float weak = (float) Math.min(1, other);
    return evidence >= 0
        ? new Color(strong, weak, weak).getRGB()
        : new Color(weak, weak, strong).getRGB();
  }

  private BufferedImage response(ResponseMaps maps, int layer) {
    return FingerprintPng.image(shown(image.size(), maps.sum(image.pixels(), layer, FILTERS)));
  }

  private void panel(int row, int column, BufferedImage content, String caption) {
    int x = left(column);
    int y = top(row);
    if (content == null) {
      pen.setColor(Color.LIGHT_GRAY);
      pen.drawRect(x, y, edge - 1, edge - 1);
    } else {
      pen.drawImage(content, x, y, edge, edge, null);
    }
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    text(caption, x, y + edge + LINE - 4);
  }

  private int left(int column) {
    return MARGIN + column * (edge + MARGIN);
  }

  private int top(int row) {
    return MARGIN + 3 * LINE + row * (edge + LINE + MARGIN);
  }

  /** Cuts what would leave the picture. */
  private void text(String text, int x, int y) {
    String shown = text;
    while (pen.getFontMetrics().stringWidth(shown) > picture.getWidth() - x) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    pen.drawString(shown, x, y);
  }

  private static byte[] png(BufferedImage picture) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
