package org.laue.descriptors.image;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The six patterns of a cluster, fast: what {@code ReferenceDiffraction} of the tests computes, in
 * single precision, on the kept pixels only, with the symmetry of the detector used. Thread-safe;
 * every thread borrows a workspace.
 */
final class Diffraction {
  /** Clusters beyond this do not leave their buffers behind. */
  private static final int KEEP_ATOMS = 1 << 16;

  private final QuarterDetector quarter;
  private final PatternImage image;
  private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

  Diffraction(Detector detector) {
    this.quarter = new QuarterDetector(detector);
    this.image = new PatternImage(detector, quarter);
  }

  /** Buffers of one computation. */
  private static final class Workspace {
    private final ClusterOrder order = new ClusterOrder();
    private final Columns columns = new Columns();
    private final ColumnSums columnSums;
    private final AtomSums atomSums;
    private final Amplitudes amplitudes;
    private final Amplitudes.Powers powers;
    private final double[] photons;

    Workspace(QuarterDetector quarter, int pixels) {
      Phases.Buffers buffers = new Phases.Buffers(ColumnSums.BUFFERS, quarter.lanes());
      this.columnSums = new ColumnSums(quarter, buffers);
      Phases.Buffers wide =
          new Phases.Buffers(AtomSums.BUFFERS + Amplitudes.BUFFERS, quarter.bothSigns());
      this.atomSums = new AtomSums(quarter, wide);
      this.amplitudes = new Amplitudes(wide, quarter.bothSigns());
      this.powers = new Amplitudes.Powers(quarter);
      this.photons = new double[pixels];
    }
  }

  /**
   * Normalised image of a cluster.
   *
   * @param atomicNumbers true atomic numbers [N], all within the table of form factors
   * @param scaled positions [3 N] in bond lengths, not changed
   * @param pixels [3][n][n] in one array, written
   */
  void normalised(int[] atomicNumbers, double[] scaled, float[] pixels) {
    Workspace borrowed = idle.poll();
    Workspace work = borrowed == null ? new Workspace(quarter, pixels.length) : borrowed;
    work.order.take(atomicNumbers, scaled);
    sum(work);
    image.fill(work.powers, work.photons);
    PatternImage.normalise(work.photons, pixels);
    if (atomicNumbers.length <= KEEP_ATOMS) {
      idle.offer(work);
    }
  }

  private void sum(Workspace work) {
    ClusterOrder order = work.order;
    work.powers.begin(order.isSingleBlock());
    int from = 0;
    while (from < order.count()) {
      long block = order.blockAt(from);
      work.amplitudes.clear();
      while (from < order.count() && order.blockAt(from) == block) {
        int to = order.endOfElement(from);
        int element = order.elementAt(from);
        order.sortColumns(from, to);
        gather(work, from, to, order.middle(block, 2));
        add(work, quarter.formFactor(element));
        from = to;
      }
      work.powers.addBlock(
          work.amplitudes, order.middle(block, 0), order.middle(block, 1), order.middle(block, 2));
    }
    work.powers.end();
  }

  private static void add(Workspace work, float[] formFactor) {
    if (work.columns.pay()) {
      work.columnSums.add(work.columns, work.amplitudes, formFactor);
    } else {
      work.atomSums.add(work.columns, work.amplitudes, formFactor);
    }
  }

  private static void gather(Workspace work, int from, int to, double middle3) {
    ClusterOrder order = work.order;
    work.columns.clear();
    for (int place = from; place < to; place++) {
      if (place == from || !order.sameColumn(place, place - 1)) {
        work.columns.begin(order.x1(place), order.x2(place));
      }
      work.columns.add(order.x3(place, middle3));
    }
  }
}
