package org.laue.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A white sheet with a head, square panels in three columns with captions, and a foot. */
final class Sheet {
  /** Edge of a pixel of a panel's content. */
  static final int ZOOM = 4;

  static final int MARGIN = 16;
  private static final int COLUMNS = 3;

  /** Lines of the head, of captions and of the foot. */
  private static final int LINE = 20;

  private static final int SMALL = 15;
  private static final int HEAD_LINES = 5;
  private static final int FOOT_LINES = 7;

  private final int edge;
  private final BufferedImage picture;
  private final Graphics2D pen;

  /**
   * @param pixels edge of what the panels show
   */
  Sheet(int pixels, int rows) {
    this.edge = ZOOM * pixels;
    this.picture =
        new BufferedImage(
            left(COLUMNS), top(rows) + FOOT_LINES * SMALL + MARGIN, BufferedImage.TYPE_INT_RGB);
    this.pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.setColor(Color.BLACK);
  }

  Graphics2D pen() {
    return pen;
  }

  /** Of a panel, pixels. */
  int edge() {
    return edge;
  }

  int left(int column) {
    return MARGIN + column * (edge + MARGIN);
  }

  int top(int row) {
    return MARGIN + HEAD_LINES * LINE + row * (edge + 2 * SMALL + MARGIN);
  }

  void font(int size) {
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
  }

  /** A line of the head, the first in bold; one that is too long goes on below. */
  void head(int line, int size, String text) {
    pen.setFont(new Font(Font.SANS_SERIF, line == 0 ? Font.BOLD : Font.PLAIN, size));
    lines(text, MARGIN, MARGIN + line * LINE + LINE / 2, picture.getWidth() - 2 * MARGIN);
  }

  /** Below the last row. */
  void foot(String text) {
    pen.setColor(Color.BLACK);
    font(11);
    int y = picture.getHeight() - FOOT_LINES * SMALL - MARGIN / 2;
    lines(text, MARGIN, y, picture.getWidth() - 2 * MARGIN);
  }

  /** A square with its caption; an empty one where there is nothing to show. */
  void panel(int row, int column, BufferedImage content, String caption) {
    if (content == null) {
      pen.setColor(Color.LIGHT_GRAY);
      pen.drawRect(left(column), top(row), edge - 1, edge - 1);
    } else {
      pen.drawImage(content, left(column), top(row), edge, edge, null);
    }
    caption(row, column, caption, edge);
  }

  void caption(int row, int column, String caption, int width) {
    pen.setColor(Color.BLACK);
    font(12);
    lines(caption, left(column), top(row) + edge + SMALL, width);
  }

  /** As many lines as the text takes at a width. */
  private void lines(String text, int x, int y, int width) {
    StringBuilder line = new StringBuilder();
    int base = y;
    for (String word : text.split(" ")) {
      if (line.length() > 0 && pen.getFontMetrics().stringWidth(line + " " + word) > width) {
        text(line.toString(), x, base);
        base += SMALL;
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    text(line.toString(), x, base);
  }

  /** Cuts what would leave the picture. */
  void text(String text, int x, int y) {
    String shown = text;
    while (pen.getFontMetrics().stringWidth(shown) > picture.getWidth() - x) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    pen.drawString(shown, x, y);
  }

  byte[] png() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
