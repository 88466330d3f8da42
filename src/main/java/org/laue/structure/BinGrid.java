package org.laue.structure;

import java.util.Arrays;

/**
 * Points sorted into equal bins along the edges of a cell, so that those near a place are found at
 * once. It only knows which point is in which bin; how far apart two points are, and by which
 * image, is the matter of who asks.
 */
public final class BinGrid {
  /** No axis has more. */
  private static final int MOST_ALONG = 1 << 20;

  private final int[] counts;
  private final int[] start;
  private final int[] order;

  /** Tells where a point is. */
  @FunctionalInterface
  public interface Places {
    /**
     * @param out receives the place in cell edges, [3]; what is outside the cell goes into the
     *     outermost bins
     */
    void of(int point, double[] out);
  }

  /**
   * @param counts bins along the three edges
   */
  public BinGrid(int[] counts, int pointCount, Places places) {
    this.counts = counts.clone();
    this.order = new int[pointCount];
    this.start = new int[counts[0] * counts[1] * counts[2] + 1];
    int[] bins = new int[pointCount];
    double[] place = new double[3];
    for (int point = 0; point < pointCount; point++) {
      places.of(point, place);
      bins[point] = binOf(place);
      start[bins[point] + 1]++;
    }
    for (int bin = 1; bin < start.length; bin++) {
      start[bin] += start[bin - 1];
    }
    int[] next = Arrays.copyOf(start, start.length - 1);
    for (int point = 0; point < bins.length; point++) {
      order[next[bins[point]]++] = point;
    }
  }

  /**
   * Numbers of bins along the edges of a cell: each at least {@code edge} thick, thicker where they
   * would be more than {@code most}.
   *
   * @param heights of the cell, angstrom
   */
  public static int[] counts(double[] heights, double edge, long most) {
    int[] counts = new int[3];
    double wider = 1;
    do {
      for (int axis = 0; axis < 3; axis++) {
        counts[axis] = (int) Math.max(1, Math.min(MOST_ALONG, heights[axis] / (edge * wider)));
      }
      wider *= 1.25;
    } while ((long) counts[0] * counts[1] * counts[2] > most);
    return counts;
  }

  private int binOf(double[] place) {
    int bin = 0;
    for (int axis = 0; axis < 3; axis++) {
      bin = bin * counts[axis] + inside((int) (place[axis] * counts[axis]), axis);
    }
    return bin;
  }

  /** The bin along an axis that is nearest to a number. */
  public int inside(int along, int axis) {
    return Math.max(0, Math.min(counts[axis] - 1, along));
  }

  /** Bins along an edge. */
  public int count(int axis) {
    return counts[axis];
  }

  public int pointCount() {
    return order.length;
  }

  /** The point at a slot; the slots of one bin are consecutive. */
  public int point(int slot) {
    return order[slot];
  }

  /** First slot of a bin, and the slot behind the last one of the bin before. */
  public int start(int bin) {
    return start[bin];
  }

  /** Values of three per point, in the order of the slots. */
  public double[] sorted(double[] values) {
    double[] sorted = new double[values.length];
    for (int slot = 0; slot < order.length; slot++) {
      System.arraycopy(values, 3 * order[slot], sorted, 3 * slot, 3);
    }
    return sorted;
  }

  /** Sees the slots of neighbouring bins. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param first of the slots, {@code end} the one behind the last; they are equal in empty bins
     * @param u which image of the bins along the first edge, in cells; v and w likewise
     */
    void see(int first, int end, int u, int v, int w);
  }

  /**
   * Visits bins between two corners, both included; those outside are images of those inside. Bins
   * of one image that follow each other along the third edge are seen as one.
   */
  public void visit(int[] low, int[] high, Visitor visitor) {
    for (int a = low[0]; a <= high[0]; a++) {
      int u = image(a, counts[0]);
      for (int b = low[1]; b <= high[1]; b++) {
        int v = image(b, counts[1]);
        int row = ((a - u * counts[0]) * counts[1] + b - v * counts[1]) * counts[2];
        for (int c = low[2]; c <= high[2]; ) {
          int w = image(c, counts[2]);
          int last = Math.min(high[2], (w + 1) * counts[2] - 1);
          int bin = row + c - w * counts[2];
          visitor.see(start[bin], start[bin + 1 + last - c], u, v, w);
          c = last + 1;
        }
      }
    }
  }

  /**
   * {@code floorDiv(bin, count)}, without a division where the bin is in the cell or next to it.
   */
  private static int image(int bin, int count) {
    if (bin >= 0) {
      return bin < count ? 0 : bin < 2 * count ? 1 : bin / count;
    }
    return bin >= -count ? -1 : Math.floorDiv(bin, count);
  }
}
