package org.laue.learning.training;

import java.io.Serializable;
import java.util.Map;
import org.laue.UserException;

/**
 * When a training looks at the validation side, and when it ends before its last batch.
 *
 * @param patience it ends when so many looks found no smaller loss; 0: nothing is looked at
 * @param looks over the whole training, at equal distances
 */
public record EarlyStopping(int patience, int looks) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The last weights are kept. */
  public static final EarlyStopping NONE = new EarlyStopping(0, 1);

  public EarlyStopping {
    if (patience < 0 || looks < 1) {
      throw new UserException(
          "Early stopping needs a patience of at least 0 and at least one look, were %d and %d"
              .formatted(patience, looks));
    }
  }

  public boolean asked() {
    return patience > 0;
  }

  /** Looks that are due after some of a training's batches. */
  int due(int done, int batches) {
    return (int) Math.min(looks, (long) done * looks / batches);
  }

  /** For provenance: nothing where nothing is looked at. */
  public Map<String, String> toMap() {
    return asked()
        ? Map.of(
            "training.early_stopping",
            Integer.toString(patience),
            "training.looks",
            Integer.toString(looks))
        : Map.of();
  }
}
