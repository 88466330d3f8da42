package org.laue.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.laue.UserException;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Scans atoms for local structure. Space is cut into blocks, each with a rim of atoms around it:
 * first the lattices around points are looked for, then every atom asks those of the points near
 * it. Who does the blocks, and how large they are, does not move the answer.
 */
public final class Scan {
  /** Cells of a block at most: some twenty thousand atoms, so that a piece stays below 1 MB. */
  private static final int LARGEST_BLOCK = 1728;

  /** Smaller blocks have more rim than inside. */
  private static final int SMALLEST_BLOCK = 64;

  private static final int PIECES_PER_WORKER = 4;
  private static final double MOST_POINTS = 1e8;

  /** Atoms from which on a frame is cut: some seconds of work. */
  private static final int SMALL_FRAME = 50_000;

  private final ScanSettings settings;
  private final ScanWork work;

  /** A scan by threads of this process. */
  public Scan(ScanSettings settings) {
    this(settings, ThreadWork.of(settings.threads()));
  }

  /**
   * @param work who does the pieces; the threads of the settings play no part
   */
  public Scan(ScanSettings settings, ScanWork work) {
    this.settings = settings;
    this.work = work;
  }

  /** Scans of frames, in their order: small ones are pieces of work as a whole. */
  public List<ScannedFrame> frames(List<Atoms> frames) {
    List<Atoms> small = frames.stream().filter(Scan::isSmall).toList();
    if (small.size() < work.workers()) {
      return frames.stream().map(frame -> ScannedFrame.of(() -> scan(frame))).toList();
    }
    Iterator<ScannedFrame> whole =
        work.each(small.size(), i -> FramePiece.of(small.get(i), settings), FramePiece::scan)
            .iterator();
    List<ScannedFrame> all = new ArrayList<>();
    for (Atoms frame : frames) {
      all.add(isSmall(frame) ? whole.next() : ScannedFrame.of(() -> scan(frame)));
    }
    return all;
  }

  private static boolean isSmall(Atoms atoms) {
    return atoms.atomCount() < SMALL_FRAME;
  }

  /** Answers for every atom, and the grains. */
  public ScanResult scan(Atoms atoms) {
    double spacing = Spacing.of(atoms);
    AtomGrid grid = AtomGrid.of(atoms, AtomGrid.BIN * spacing);
    PointGrid points = new PointGrid(grid, settings.step() * spacing);
    LocalLattice[][] lattices = lattices(grid, points, spacing);
    AtomAnswers answers = answers(grid, points, lattices, spacing);
    Grains grains = Grains.find(grid, answers, spacing, settings);
    return new ScanResult(answers, grains.grains(), grains.boundaries(), spacing);
  }

  /** The lattices around each point. */
  private LocalLattice[][] lattices(AtomGrid grid, PointGrid points, double spacing) {
    Blocks blocks = blocks(points.counts());
    double evidence = settings.leastEvidence();
    List<LocalLattice[][]> found =
        work.each(
            blocks.count(),
            i -> PointPiece.of(grid, points, blocks.block(i), spacing, evidence),
            PointPiece::lattices);
    LocalLattice[][] lattices = new LocalLattice[points.size()][];
    for (int i = 0; i < found.size(); i++) {
      int[] numbers = points.numbers(blocks.block(i));
      for (int k = 0; k < numbers.length; k++) {
        lattices[numbers[k]] = found.get(i)[k];
      }
    }
    return lattices;
  }

  private AtomAnswers answers(
      AtomGrid grid, PointGrid points, LocalLattice[][] lattices, double spacing) {
    Blocks blocks = blocks(grid.counts());
    List<AtomAnswers> found =
        work.each(
            blocks.count(),
            i -> AtomPiece.of(grid, points, blocks.block(i), lattices, spacing),
            AtomPiece::answers);
    return together(
        grid.atomCount(),
        found,
        i -> Arrays.stream(grid.slots(blocks.block(i))).map(grid::atomAt).toArray());
  }

  /**
   * Answers of all pieces in one.
   *
   * @param places of a piece's answers among all
   */
  private static AtomAnswers together(
      int count, List<AtomAnswers> pieces, IntFunction<int[]> places) {
    AtomAnswers all = new AtomAnswers(count);
    for (int i = 0; i < pieces.size(); i++) {
      int[] own = places.apply(i);
      for (int k = 0; k < own.length; k++) {
        all.copy(own[k], pieces.get(i), k);
      }
    }
    return all;
  }

  private Blocks blocks(int[] cells) {
    double all = (double) cells[0] * cells[1] * cells[2];
    double share = all / (PIECES_PER_WORKER * (double) work.workers());
    return Blocks.of(cells, Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, share)));
  }

  /**
   * Answers for points in even steps through the box in place of the atoms, and their grains.
   *
   * @param stride largest distance of neighbouring points along an edge, angstrom
   */
  public PointScan grid(Atoms atoms, double stride) {
    if (!(stride > 0) || Double.isInfinite(stride)) {
      throw new UserException("Stride must be a positive length in angstrom, was " + stride);
    }
    double spacing = Spacing.of(atoms);
    AtomGrid grid = AtomGrid.of(atoms, AtomGrid.BIN * spacing);
    double[] edges = Lattice.ofRows(grid.rows()).lengths();
    double number = edges[0] / stride * (edges[1] / stride) * (edges[2] / stride);
    if (number > MOST_POINTS) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "A stride of %s A makes %.3g points, more than %.0g; ask for a longer one",
              stride,
              number,
              MOST_POINTS));
    }
    return grid(atoms, grid, new PointGrid(grid, stride), spacing);
  }

  private PointScan grid(Atoms atoms, AtomGrid grid, PointGrid points, double spacing) {
    Blocks blocks = blocks(points.counts());
    double evidence = settings.leastEvidence();
    List<AtomAnswers> found =
        work.each(
            blocks.count(),
            i -> PointPiece.of(grid, points, blocks.block(i), spacing, evidence),
            PointPiece::answers);
    AtomAnswers answers = together(points.size(), found, i -> points.numbers(blocks.block(i)));
    double step = points.largestStep();
    Atoms places = places(atoms, points);
    Grains grains = Grains.find(AtomGrid.of(places, 2 * step), answers, step, settings);
    return new PointScan(
        places, new ScanResult(answers, grains.grains(), grains.boundaries(), step));
  }

  private static Atoms places(Atoms atoms, PointGrid points) {
    int[] numbers = new int[points.size()];
    double[] places = new double[3 * numbers.length];
    double[] place = new double[3];
    Arrays.fill(numbers, commonest(atoms));
    for (int point = 0; point < numbers.length; point++) {
      points.point(point, place);
      System.arraycopy(place, 0, places, 3 * point, 3);
    }
    if (atoms instanceof Crystal crystal) {
      return Crystal.ofCartesian(crystal.lattice(), numbers, places);
    }
    return atoms
        .periodicLattice()
        .map(lattice -> Cluster.of(numbers, places, lattice))
        .orElseGet(() -> Cluster.of(numbers, places));
  }

  private static int commonest(Atoms atoms) {
    int[] counts = new int[1 + Arrays.stream(atoms.atomicNumbers()).max().orElse(0)];
    int best = 0;
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      counts[atoms.atomicNumber(atom)]++;
    }
    for (int number = 1; number < counts.length; number++) {
      best = counts[number] > counts[best] ? number : best;
    }
    return best;
  }
}
