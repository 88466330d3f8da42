package org.laue.scan;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.laue.structure.Atoms;
import org.laue.structure.Box;
import org.laue.structure.Matrix3;

/**
 * A slice through the middle of the atoms, seen along z: on the left coloured by class, on the
 * right by which direction of the crystal looks along z (the usual colour key of a cubic crystal:
 * 001 red, 011 green, 111 blue; of a hexagonal one: axis red, across it green to blue).
 */
public final class SlicePicture {
  private static final int PANEL = 640;
  private static final int MARGIN = 20;
  private static final int FOOT = 60;
  private static final int UNKNOWN = 0x808080;

  private final Atoms atoms;
  private final ScanResult result;

  public SlicePicture(Atoms atoms, ScanResult result) {
    this.atoms = atoms;
    this.result = result;
  }

  /**
   * @param title one line under the picture
   */
  public BufferedImage draw(String title) {
    BufferedImage image =
        new BufferedImage(
            2 * PANEL + 3 * MARGIN, PANEL + 2 * MARGIN + FOOT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    drawAtoms(pen);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    pen.setColor(Color.BLACK);
    pen.drawString(title, MARGIN, PANEL + 2 * MARGIN + 14);
    drawKey(pen);
    pen.dispose();
    return image;
  }

  private void drawKey(Graphics2D pen) {
    int x = MARGIN;
    int y = PANEL + 2 * MARGIN + 42;
    for (Map.Entry<LocalClass, Integer> entry : result.counts().entrySet()) {
      String text =
          String.format(
              java.util.Locale.ROOT,
              "%s %.1f %%",
              entry.getKey().label(),
              100.0 * entry.getValue() / result.atoms().size());
      pen.setColor(new Color(entry.getKey().rgb()));
      pen.fillOval(x, y - 12, 13, 13);
      pen.setColor(Color.BLACK);
      pen.drawString(text, x + 18, y);
      x += 36 + pen.getFontMetrics().stringWidth(text);
    }
  }

  private void drawAtoms(Graphics2D pen) {
    double[] x = atoms.cartesian();
    Box box = Box.around(x);
    double[] low = box.low();
    double scale = PANEL / Math.max(1, Math.max(box.edges()[0], box.edges()[1]));
    double middle = (low[2] + box.high()[2]) / 2;
    int size = (int) Math.max(1, Math.rint(0.9 * result.spacing() * scale));
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      if (Math.abs(x[3 * atom + 2] - middle) < result.spacing() / 2) {
        int left = MARGIN + (int) ((x[3 * atom] - low[0]) * scale) - size / 2;
        int top = MARGIN + PANEL - (int) ((x[3 * atom + 1] - low[1]) * scale) - size / 2;
        pen.setColor(new Color(result.atoms().kind(atom).rgb()));
        pen.fillOval(left, top, size, size);
        pen.setColor(new Color(orientationColour(atom)));
        pen.fillOval(left + PANEL + MARGIN, top, size, size);
      }
    }
  }

  private int orientationColour(int atom) {
    double[] turn = result.atoms().rotation(atom);
    if (turn == null) {
      return UNKNOWN;
    }
    double[] along = Matrix3.apply(Matrix3.transposed(turn), new double[] {0, 0, 1});
    double[] v = {Math.abs(along[0]), Math.abs(along[1]), Math.abs(along[2])};
    LocalClass kind = result.atoms().kind(atom);
    if (kind == LocalClass.HCP || kind == LocalClass.HEX_DIAMOND) {
      double angle = Math.abs(Math.sin(3 * Math.atan2(along[1], along[0])));
      double across = Math.hypot(v[0], v[1]);
      return colour(v[2], across * (1 - angle), across * angle);
    }
    java.util.Arrays.sort(v);
    return colour(v[2] - v[1], (v[1] - v[0]) * Math.sqrt(2), v[0] * Math.sqrt(3));
  }

  private static int colour(double red, double green, double blue) {
    double most = Math.max(1e-9, Math.max(red, Math.max(green, blue)));
    int r = (int) Math.rint(255 * Math.sqrt(red / most));
    int g = (int) Math.rint(255 * Math.sqrt(green / most));
    int b = (int) Math.rint(255 * Math.sqrt(blue / most));
    return r << 16 | g << 8 | b;
  }
}
