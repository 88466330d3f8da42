package org.laue.descriptors.pointcloud;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Point clouds as pictures: reciprocal space seen from the side, along a direction near the first
 * axis. A disc grows with the square of its point's value and is the darker for it, and the paler
 * the farther it lies; points that scatter nothing are small rings.
 */
public final class PointCloudPng {
  private static final int SIZE = 640;
  private static final double MARGIN = 50;

  /** Direction of view, radians: to the left of the first axis, and from above. */
  private static final double AZIMUTH = Math.toRadians(24);

  private static final double ELEVATION = Math.toRadians(16);

  /** Radius of the strongest point's disc, pixels. */
  private static final double LARGEST = 13;

  /** Share of the strongest point's value below which a point counts as absent. */
  private static final double ABSENT = 0.02;

  private static final Color AXIS = new Color(0x9aa4b2);

  private static final Color DECIDING = new Color(0xd97706);

  private final float[] values;
  private final int width;
  private final int scattering;
  private final int[] deciding;
  private final double scale;
  private final double strongest;

  private PointCloudPng(float[] values, int width, int scattering, int[] deciding) {
    this.values = values;
    this.width = width;
    this.scattering = scattering;
    this.deciding = deciding;
    double farthest = 0;
    double largest = 0;
    for (int p = 0; p < scattering; p++) {
      farthest = Math.max(farthest, length(p));
      largest = Math.max(largest, intensity(p));
    }
    this.scale = (SIZE / 2.0 - MARGIN) / Math.max(farthest, 1e-6);
    this.strongest = Math.max(largest, 1e-6);
  }

  /** The picture of a cloud, 640 x 640. */
  public static BufferedImage image(PointCloud cloud) {
    return image(cloud.values(), cloud.width(), cloud.scattering(), new int[0]);
  }

  /**
   * The picture of a cloud with rings around the points that decide an answer, the wider the more
   * they decide.
   *
   * @param values [width N], point by point; the first intensity is drawn
   * @param width values of a point
   * @param scattering points that do not pad
   * @param deciding how much each point decides; may be empty
   */
  public static BufferedImage image(float[] values, int width, int scattering, int[] deciding) {
    return new PointCloudPng(values, width, scattering, deciding).draw();
  }

  private double x(int p) {
    return values[width * p];
  }

  private double y(int p) {
    return values[width * p + 1];
  }

  private double z(int p) {
    return values[width * p + 2];
  }

  private double intensity(int p) {
    return values[width * p + PointCloud.COORDINATES];
  }

  private double length(int p) {
    return Math.sqrt(x(p) * x(p) + y(p) * y(p) + z(p) * z(p));
  }

  private BufferedImage draw() {
    BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SIZE, SIZE);
    axes(graphics);
    for (int p : farthestFirst()) {
      point(graphics, p);
    }
    for (int p = 0; p < Math.min(scattering, deciding.length); p++) {
      ring(graphics, p);
    }
    graphics.dispose();
    return picture;
  }

  private List<Integer> farthestFirst() {
    return IntStream.range(0, scattering)
        .boxed()
        .sorted(Comparator.comparingDouble(p -> seen(x(p), y(p), z(p))[2]))
        .toList();
  }

  /** Pixels to the right, pixels down, and nearness to the eye in the cloud's unit. */
  private double[] seen(double x, double y, double z) {
    double towards = x * Math.cos(AZIMUTH) + y * Math.sin(AZIMUTH);
    double right = y * Math.cos(AZIMUTH) - x * Math.sin(AZIMUTH);
    double up = z * Math.cos(ELEVATION) - towards * Math.sin(ELEVATION);
    double near = towards * Math.cos(ELEVATION) + z * Math.sin(ELEVATION);
    return new double[] {SIZE / 2.0 + scale * right, SIZE / 2.0 - scale * up, near};
  }

  private void axes(Graphics2D graphics) {
    double end = (SIZE / 2.0 - MARGIN / 2) / scale;
    double[] origin = seen(0, 0, 0);
    graphics.setStroke(new BasicStroke(1.2f));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    graphics.setColor(AXIS);
    for (int axis = 0; axis < 3; axis++) {
      double[] tip = seen(axis == 0 ? end : 0, axis == 1 ? end : 0, axis == 2 ? end : 0);
      graphics.draw(new Line2D.Double(origin[0], origin[1], tip[0], tip[1]));
      graphics.drawString("xyz".substring(axis, axis + 1), (float) tip[0] + 4, (float) tip[1] - 4);
    }
  }

  private void point(Graphics2D graphics, int p) {
    double[] place = seen(x(p), y(p), z(p));
    double share = Math.max(0, intensity(p) / strongest);
    double radius = share < ABSENT ? 2 : Math.max(2.5, LARGEST * share * share);
    Ellipse2D disc =
        new Ellipse2D.Double(place[0] - radius, place[1] - radius, 2 * radius, 2 * radius);
    if (share < ABSENT) {
      graphics.setColor(AXIS);
      graphics.draw(disc);
      return;
    }
    graphics.setColor(colour(share, place[2] * scale / (SIZE / 2.0 - MARGIN)));
    graphics.fill(disc);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(0.8f));
    graphics.draw(disc);
  }

  private void ring(Graphics2D graphics, int p) {
    if (deciding[p] > 0) {
      double[] place = seen(x(p), y(p), z(p));
      double radius = LARGEST + 2;
      graphics.setColor(DECIDING);
      graphics.setStroke(new BasicStroke((float) Math.min(6, 0.8 * Math.sqrt(deciding[p]))));
      graphics.draw(
          new Ellipse2D.Double(place[0] - radius, place[1] - radius, 2 * radius, 2 * radius));
    }
  }

  /**
   * @param share of the strongest point's value
   * @param near -1 for the farthest, 1 for the nearest
   */
  private static Color colour(double share, double near) {
    float hue = (float) (0.55 + 0.13 * share);
    float haze = (float) Math.min(1, Math.max(0, (1 - near) / 2));
    return Color.getHSBColor(
        hue,
        (0.45f + 0.5f * (float) share) * (1 - 0.6f * haze),
        0.92f - 0.45f * (float) share * (1 - haze));
  }
}
