package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.LengthGaussians;
import org.laue.learning.graphs.Weights;
import org.laue.structure.Element;

/**
 * The chemical environment: atoms, bonds and the crystal as a whole have a vector of features each,
 * which is seen as a small image. In every loop each image is filtered by 3 x 3 kernels of its own;
 * half of the filtered images say something, the other half, after a softmax over their pixels, how
 * much of it counts.
 */
final class Environment {
  private static final int ATOM = 80;
  private static final int STATE = 64;
  private static final int INNER = 64;
  private static final int TAPS = 9;

  /** Gaussians of the length of a bond: centres at equal distances, angstrom. */
  static final int CENTRES = 40;

  private static final LengthGaussians GAUSSIANS = new LengthGaussians(CENTRES, 6, 0.5);

  /** Share of what is new in each loop. */
  private static final float RESIDUAL = 0.6f;

  private final int side;
  private final int width;
  private final Weights.Block atoms;
  private final Weights.Block state;
  private final Weights.Linear[] ofAtoms;
  private final Weights.Linear[] ofBonds;
  private final Weights.Linear[] ofState;
  private final Filters[] loops;
  private final int[] toeplitz;

  /**
   * Filters of one loop.
   *
   * @param bond of source, target, bond, state: [4][taps * channels / 2]
   * @param atom of mean of bonds, atom, state: [3][taps * 2 channels / 3]
   * @param whole of means of bonds and atoms, state: the same
   */
  private record Filters(Weights.Block[] bond, Weights.Block[] atom, Weights.Block[] whole) {}

  /** Features of everything after the loops. */
  record Features(Matrix atoms, Matrix bonds, Matrix state) {}

  Environment(Weights weights, SenSettings settings) {
    side = settings.side();
    width = settings.width();
    atoms = weights.drawn(Element.MAX_ATOMIC_NUMBER + 1, ATOM, 1);
    state = weights.drawn(1, STATE, 1);
    ofAtoms = chain(weights, ATOM, INNER, width, 2 * width, width);
    ofBonds = chain(weights, CENTRES, INNER, width);
    ofState = chain(weights, STATE, INNER, width);
    loops = new Filters[settings.loops()];
    int half = settings.channels() / 2;
    int third = 2 * settings.channels() / 3;
    for (int i = 0; i < loops.length; i++) {
      loops[i] =
          new Filters(
              filters(weights, 4, half), filters(weights, 3, third), filters(weights, 3, third));
    }
    toeplitz = places();
  }

  private static Weights.Linear[] chain(Weights weights, int... widths) {
    Weights.Linear[] chain = new Weights.Linear[widths.length - 1];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = weights.linear(widths[i], widths[i + 1]);
    }
    return chain;
  }

  private static Weights.Block[] filters(Weights weights, int images, int channels) {
    Weights.Block[] filters = new Weights.Block[images];
    for (int i = 0; i < images; i++) {
      filters[i] = weights.drawn(channels, TAPS, 1.0 / 3);
    }
    return filters;
  }

  /**
   * The tap that leads from a pixel of the image to one of the filtered image, -1 for none,
   * [width][width].
   */
  private int[] places() {
    int[] places = new int[width * width];
    for (int from = 0; from < width; from++) {
      for (int to = 0; to < width; to++) {
        int down = from / side - to / side + 1;
        int right = from % side - to % side + 1;
        boolean near = down >= 0 && down < 3 && right >= 0 && right < 3;
        places[from * width + to] = near ? 3 * down + right : -1;
      }
    }
    return places;
  }

  private static Matrix through(Tape tape, Matrix x, Weights.Linear... chain) {
    Matrix y = x;
    for (Weights.Linear layer : chain) {
      y = tape.selu(tape.linear(y, layer));
    }
    return y;
  }

  Features of(Tape tape, GraphBatch batch) {
    Matrix v = tape.rows(through(tape, tape.weights(atoms), ofAtoms), batch.elements);
    Matrix e =
        through(tape, Matrix.given(batch.lengths.length, CENTRES, gaussians(batch)), ofBonds);
    Matrix u = tape.rows(through(tape, tape.weights(state), ofState), new int[batch.crystals]);
    Features now = new Features(v, e, u);
    for (Filters filters : loops) {
      now = loop(tape, batch, filters, now);
    }
    return now;
  }

  private static float[] gaussians(GraphBatch batch) {
    float[] values = new float[batch.lengths.length * CENTRES];
    for (int bond = 0; bond < batch.lengths.length; bond++) {
      GAUSSIANS.write(batch.lengths[bond], values, bond * CENTRES);
    }
    return values;
  }

  private Features loop(Tape tape, GraphBatch batch, Filters filters, Features old) {
    Matrix bonds = even(tape, bonds(tape, batch, filters.bond(), old));
    Matrix ofBonds = tape.sums(bonds, batch.sources, batch.perBondOfAtom);
    Matrix spread = tape.rows(old.state(), batch.crystalOfAtom);
    Matrix atoms = even(tape, gates(tape, filters.atom(), width, ofBonds, old.atoms(), spread));
    Matrix meanBond = tape.sums(bonds, batch.crystalOfBond, batch.perBondOfCrystal);
    Matrix meanAtom = tape.sums(atoms, batch.crystalOfAtom, batch.perAtomOfCrystal);
    Matrix state = even(tape, gates(tape, filters.whole(), 1, meanBond, meanAtom, old.state()));
    return new Features(
        tape.sum(old.atoms(), atoms, RESIDUAL),
        tape.sum(old.bonds(), bonds, RESIDUAL),
        tape.sum(old.state(), state, RESIDUAL));
  }

  /** Without it, sums of products grow with the channels and from loop to loop. */
  private static Matrix even(Tape tape, Matrix sums) {
    return tape.selu(tape.normalised(sums));
  }

  /**
   * Messages of the bonds. The filtered images of both atoms say something, those of the bond and
   * of the state tell how much of it counts, so only the bond's own are made for every bond.
   */
  private Matrix bonds(Tape tape, GraphBatch batch, Weights.Block[] filters, Features old) {
    Matrix ofSource = tape.product(old.atoms(), filter(tape, filters[0]));
    Matrix ofTarget = tape.product(old.atoms(), filter(tape, filters[1]));
    Matrix gates = tape.softmax(tape.product(old.bonds(), filter(tape, filters[2])), width, width);
    Matrix whole = tape.softmax(tape.product(old.state(), filter(tape, filters[3])), width, width);
    Matrix targets = tape.gated(whole, batch.crystalOfAtom, ofTarget, width);
    return tape.sum(
        tape.gated(ofSource, batch.sources, gates, width), tape.rows(targets, batch.targets), 1);
  }

  /**
   * @param run over which the softmax goes: {@code width} for the pixels of each channel, 1 for the
   *     channels of each pixel
   */
  private Matrix gates(Tape tape, Weights.Block[] filters, int run, Matrix... images) {
    Matrix[] filtered = new Matrix[images.length];
    for (int i = 0; i < images.length; i++) {
      filtered[i] = tape.product(images[i], filter(tape, filters[i]));
    }
    Matrix all = tape.beside(filtered);
    int half = all.columns / 2;
    Matrix said = tape.columns(all, 0, half);
    Matrix counts = tape.columns(all, half, all.columns);
    Matrix weights =
        run == 1 ? overChannels(tape, counts, half / width) : tape.softmax(counts, width, width);
    return tape.gated(said, identity(said.rows), weights, width);
  }

  private Matrix overChannels(Tape tape, Matrix x, int channels) {
    int[] places = new int[x.columns];
    int[] back = new int[x.columns];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % channels * width + i / channels;
      back[places[i]] = i;
    }
    return tape.picked(tape.softmax(tape.picked(x, places), channels, channels), back);
  }

  private static int[] identity(int rows) {
    int[] identity = new int[rows];
    Arrays.setAll(identity, i -> i);
    return identity;
  }

  /** A convolution as a matrix, [width][channels * width]. */
  private Matrix filter(Tape tape, Weights.Block filter) {
    Matrix spread = tape.picked(tape.weights(filter), toeplitz);
    int channels = filter.rows();
    int[] places = new int[width * width * channels];
    for (int i = 0; i < places.length; i++) {
      int from = i / (channels * width);
      int channel = i / width % channels;
      places[i] = (channel * width + from) * width + i % width;
    }
    Matrix flat = tape.reshaped(spread, channels * width * width);
    return tape.reshaped(tape.picked(flat, places), channels * width);
  }
}
