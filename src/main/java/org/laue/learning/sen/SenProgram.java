package org.laue.learning.sen;

import org.laue.learning.graphs.Weights;

/** The network as a computation: from a batch of graphs to 64 features of each crystal. */
final class SenProgram {
  /** Features of a crystal that the answers are a linear function of. */
  static final int FEATURES = 64;

  /** Which parts of the network there are. */
  enum Variant {
    /** Environment, composition and capsules. */
    CODE("sen"),
    /** Without capsules: the crystal's vector goes straight to the end. */
    NO_CAPSULE("sen-no-capsule"),
    /** The composition alone. */
    COMPOSITION("sen-composition"),
    /** A set transformer over the capsules. */
    TRANSFORMER("sen-transformer"),
    /** The crystals of a batch attend to each other, as in the published program. */
    BATCH_ATTENTION("sen-batch-attention");

    /** In models and study files. */
    final String label;

    Variant(String label) {
      this.label = label;
    }

    private boolean hasCapsules() {
      return this != NO_CAPSULE && this != COMPOSITION;
    }
  }

  private final Weights weights = new Weights();
  private final Composition composition;
  private final Environment environment;
  private final SetToSet readOut;
  private final Weights.Linear crystal;
  private final Capsules capsules;
  private final CapsuleScores scores;
  private final SetTransformer transformer;
  private final Weights.Linear last;

  /** Whether crystals look at others of their batch. */
  private final boolean mixing;

  SenProgram(Variant variant, SenSettings settings) {
    mixing = variant == Variant.BATCH_ATTENTION;
    composition = new Composition(weights, settings.composition());
    boolean structure = variant != Variant.COMPOSITION;
    environment = structure ? new Environment(weights, settings) : null;
    readOut = structure ? new SetToSet(weights, settings.width(), settings.hidden()) : null;
    int own = 3 * settings.composition() + settings.width();
    int together = own + (mixing ? own : settings.width());
    crystal = structure ? weights.linear(together, 3 * Capsules.INPUT) : null;
    capsules = variant.hasCapsules() ? new Capsules(weights, settings.kernels()) : null;
    boolean transforming = variant == Variant.TRANSFORMER;
    scores = capsules == null || transforming ? null : new CapsuleScores(weights);
    transformer = transforming ? new SetTransformer(weights, Capsules.PART) : null;
    int described = structure ? Capsules.INPUT : settings.composition();
    described += scores == null ? 0 : CapsuleScores.OUTPUT;
    described += transformer == null ? 0 : SetTransformer.OUTPUT;
    last = weights.linear(described, FEATURES);
  }

  /** Whether an answer depends on the other crystals of its batch. */
  boolean isMixing() {
    return mixing;
  }

  /** Learned numbers. */
  int size() {
    return weights.size();
  }

  float[] draw(long seed) {
    return weights.draw(seed);
  }

  /**
   * What the network makes of a batch, for its answers and for those who look inside.
   *
   * @param vector of each crystal, [crystals][256]; null of the composition alone
   * @param pose of each capsule, [crystals * 16][6]; null without capsules
   * @param described all that is known at the end, [crystals][any]
   * @param features [crystals][64]
   */
  record Inside(Matrix vector, Matrix pose, Matrix described, Matrix features) {}

  /**
   * @param draws null for an answer: nothing is dropped, no noise
   * @return [crystals][64]
   */
  Matrix of(Tape tape, GraphBatch batch, Draws draws) {
    return inside(tape, batch, draws).features();
  }

  Inside inside(Tape tape, GraphBatch batch, Draws draws) {
    Matrix formula = composition.of(tape, batch);
    if (environment == null) {
      return inside(tape, null, null, dropped(tape, formula, draws));
    }
    Matrix z = vector(tape, batch, formula, draws);
    if (capsules == null) {
      return inside(tape, z, null, z);
    }
    Capsules.Parts parts = capsules.of(tape, z, Draws.noise(batch.crystals, draws));
    Matrix ofParts =
        transformer == null
            ? scores.of(tape, parts)
            : transformer.of(tape, parts.together(tape), batch.crystals, draws);
    return inside(tape, z, parts.pose(), tape.beside(ofParts, z));
  }

  private Inside inside(Tape tape, Matrix vector, Matrix pose, Matrix described) {
    return new Inside(vector, pose, described, tape.selu(tape.linear(described, last)));
  }

  /** The crystal's vector, [crystals][256]. */
  private Matrix vector(Tape tape, GraphBatch batch, Matrix formula, Draws draws) {
    Environment.Features features = environment.of(tape, batch);
    Matrix atoms = readOut.of(tape, features.atoms(), batch.crystalOfAtom, batch.crystals);
    Matrix bonds = readOut.of(tape, features.bonds(), batch.crystalOfBond, batch.crystals);
    Matrix copy = tape.columns(formula, 0, formula.columns);
    Matrix gate = tape.softmax(copy, copy.columns, copy.columns);
    // Each of the same size: a large one alone would be heard, and saturate the cell.
    Matrix own =
        tape.beside(
            tape.times(tape.normalised(atoms), gate),
            tape.normalised(bonds),
            formula,
            tape.normalised(features.state()));
    Matrix heard =
        mixing
            ? Attention.of(tape, own, own, own, 1)
            : Pooling.of(tape, features.atoms(), batch.crystalOfAtom, batch.perAtomOfCrystal);
    Matrix together = tape.beside(own, tape.normalised(heard));
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
    return Draws.dropped(tape, x, draws, draws == null ? 0 : draws.dropped(), 0);
  }
}
