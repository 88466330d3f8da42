package org.laue.learning.sen;

import org.laue.StableRandom;

/** The network as a computation: from a batch of graphs to 64 features of each crystal. */
final class SenProgram {
  /** Features of a crystal that the answers are a linear function of. */
  static final int FEATURES = 64;

  /** Which parts of the network there are. */
  enum Variant {
    /** Environment, composition and capsules. */
    CODE,
    /** Without capsules: the crystal's vector goes straight to the end. */
    NO_CAPSULE,
    /** The composition alone. */
    COMPOSITION
  }

  private final Weights weights = new Weights();
  private final Composition composition;
  private final Environment environment;
  private final SetToSet readOut;
  private final Weights.Linear crystal;
  private final Capsules capsules;
  private final Weights.Linear last;

  SenProgram(Variant variant, SenSettings settings) {
    composition = new Composition(weights, settings.composition());
    boolean structure = variant != Variant.COMPOSITION;
    environment = structure ? new Environment(weights, settings) : null;
    readOut = structure ? new SetToSet(weights, settings.width(), settings.hidden()) : null;
    int together = 3 * settings.composition() + 2 * settings.width();
    crystal = structure ? weights.linear(together, 3 * Capsules.INPUT) : null;
    capsules = variant == Variant.CODE ? new Capsules(weights, settings.kernels()) : null;
    int described = structure ? Capsules.INPUT : settings.composition();
    last = weights.linear(capsules == null ? described : described + Capsules.OUTPUT, FEATURES);
  }

  /** Learned numbers. */
  int size() {
    return weights.size();
  }

  float[] draw(long seed) {
    return weights.draw(seed);
  }

  /**
   * What a showing draws.
   *
   * @param seeds of the crystals
   * @param dropped share of the features that are left out before the crystal's vector
   */
  record Draws(long[] seeds, double dropped) {}

  /**
   * @param draws null for an answer: nothing is dropped, no noise
   * @return [crystals][64]
   */
  Matrix of(Tape tape, GraphBatch batch, Draws draws) {
    Matrix formula = composition.of(tape, batch);
    if (environment == null) {
      return tape.selu(tape.linear(dropped(tape, formula, draws), last));
    }
    Matrix z = vector(tape, batch, formula, draws);
    Matrix described =
        capsules == null ? z : tape.beside(capsules.of(tape, z, noise(batch.crystals, draws)), z);
    return tape.selu(tape.linear(described, last));
  }

  /** The crystal's vector, [crystals][256]. */
  private Matrix vector(Tape tape, GraphBatch batch, Matrix formula, Draws draws) {
    Environment.Features features = environment.of(tape, batch);
    Matrix atoms = readOut.of(tape, features.atoms(), batch.crystalOfAtom, batch.crystals);
    Matrix bonds = readOut.of(tape, features.bonds(), batch.crystalOfBond, batch.crystals);
    Matrix copy = tape.columns(formula, 0, formula.columns);
    Matrix gate = tape.softmax(copy, copy.columns, copy.columns);
    Matrix pooled = Pooling.of(tape, features.atoms(), batch.crystalOfAtom, batch.perAtomOfCrystal);
    // Each of the same size: a large one alone would be heard, and saturate the cell.
    Matrix together =
        tape.beside(
            tape.times(tape.normalised(atoms), gate),
            tape.normalised(bonds),
            formula,
            tape.normalised(features.state()),
            tape.normalised(pooled));
    return tape.normalised(cell(tape, tape.linear(dropped(tape, together, draws), crystal)));
  }

  /** One step of a long short-term memory that remembers nothing yet. */
  private static Matrix cell(Tape tape, Matrix all) {
    int width = all.columns / 3;
    Matrix in = tape.sigmoid(tape.columns(all, 0, width));
    Matrix out = tape.sigmoid(tape.columns(all, width, 2 * width));
    Matrix said = tape.tanh(tape.columns(all, 2 * width, 3 * width));
    return tape.times(out, tape.tanh(tape.times(in, said)));
  }

  private static Matrix dropped(Tape tape, Matrix x, Draws draws) {
    if (draws == null || draws.dropped() == 0) {
      return x;
    }
    float[] mask = new float[x.rows * x.columns];
    float kept = (float) (1 / (1 - draws.dropped()));
    for (int row = 0; row < x.rows; row++) {
      StableRandom random = new StableRandom(draws.seeds()[row]);
      for (int i = row * x.columns; i < (row + 1) * x.columns; i++) {
        mask[i] = random.nextDouble() < draws.dropped() ? 0 : kept;
      }
    }
    return tape.times(x, Matrix.given(x.rows, x.columns, mask));
  }

  private static float[] noise(int crystals, Draws draws) {
    float[] noise = new float[crystals * Capsules.COUNT];
    if (draws == null) {
      return noise;
    }
    for (int crystal = 0; crystal < crystals; crystal++) {
      StableRandom random = new StableRandom(~draws.seeds()[crystal]);
      for (int i = 0; i < Capsules.COUNT; i++) {
        noise[crystal * Capsules.COUNT + i] =
            (float) random.nextDouble(-Capsules.NOISE, Capsules.NOISE);
      }
    }
    return noise;
  }
}
