package org.laue.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;

/**
 * How much each ring of the pattern raises or lowers two classes: bars over the length of the
 * scattering vector, in units of one over the bond length.
 */
final class RingEvidence {
  static final List<Color> COLOURS = List.of(new Color(0x0f766e), new Color(0xd97706));

  /** Pixels. */
  private static final int WIDTH = 2;

  private static final int TICK = 5;

  /** Room for the numbers above and below the bars. */
  private static final int LABELS = 20;

  private final int size;
  private final double pixelsPerUnit;

  /**
   * @param size edge of the pattern, pixels
   * @param pixelsPerUnit radius of a scattering vector of one over the bond length
   */
  RingEvidence(int size, double pixelsPerUnit) {
    this.size = size;
    this.pixelsPerUnit = pixelsPerUnit;
  }

  /**
   * @param evidence [size * size], row by row
   * @return sums over rings {@value #WIDTH} pixels wide, from the middle outwards
   */
  double[] rings(double[] evidence) {
    double[] rings = new double[size / 2 / WIDTH];
    double middle = (size - 1) / 2.0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int ring = (int) (Math.hypot(row - middle, column - middle) / WIDTH);
        if (ring < rings.length) {
          rings[ring] += evidence[row * size + column];
        }
      }
    }
    return rings;
  }

  /**
   * Draws the bars of each class side by side.
   *
   * @param place left, top, width and height, pixels
   * @param classes names, at most two
   * @param evidence for each of them at each pixel
   */
  void draw(Graphics2D pen, Rectangle place, List<String> classes, List<double[]> evidence) {
    int left = place.x;
    int top = place.y;
    int width = place.width;
    int height = place.height;
    List<double[]> rings = evidence.stream().map(this::rings).toList();
    double most = rings.stream().mapToDouble(EvidencePicture::largest).max().orElse(0);
    double step = width / (double) rings.get(0).length;
    int zero = top + height / 2;
    for (int i = 0; i < rings.size(); i++) {
      pen.setColor(COLOURS.get(i));
      for (int ring = 0; ring < rings.get(i).length; ring++) {
        double share = most > 0 ? rings.get(i)[ring] / most : 0;
        int bar = (int) Math.round(Math.abs(share) * (height / 2 - LABELS));
        int x = (int) Math.round(left + ring * step + i * step * 0.45 + step * 0.05);
        pen.fillRect(x, share > 0 ? zero - bar : zero, (int) Math.max(1, step * 0.4), bar);
      }
      pen.drawString("■ " + classes.get(i), left + width - 90, top + 18 + 18 * i);
    }
    axis(pen, place);
    pen.drawString(String.format(Locale.ROOT, "+%.1f", most), left + 2, top + LABELS);
    pen.drawString(String.format(Locale.ROOT, "−%.1f", most), left + 2, top + height - LABELS);
  }

  /** Numbers stand at the lower edge, where no bar is. */
  private void axis(Graphics2D pen, Rectangle place) {
    int zero = place.y + place.height / 2;
    pen.setColor(Color.DARK_GRAY);
    pen.setStroke(new BasicStroke(1));
    pen.drawLine(place.x, zero, place.x + place.width, zero);
    double perUnit = place.width / (size / 2.0) * pixelsPerUnit;
    int bottom = place.y + place.height;
    for (double q = 0.5; q * perUnit < place.width - 4 * TICK; q += 0.5) {
      int x = (int) Math.round(place.x + q * perUnit);
      pen.drawLine(x, zero - TICK, x, zero + TICK);
      pen.drawLine(x, bottom - TICK, x, bottom);
      String number = String.format(Locale.ROOT, "%.1f", q);
      int half = pen.getFontMetrics().stringWidth(number) / 2;
      pen.drawString(number, x - half, bottom - TICK - 2);
    }
  }
}
