package org.laue.spark;

import java.io.Serializable;
import java.util.Map;
import org.laue.UserException;

/**
 * What may differ between the showings of a training crystal.
 *
 * @param lengthJitter largest change of the length scale, either way, as a share of it; below 1
 * @param corners whether the signs of the cell vectors are drawn among the admissible ones
 * @param faces whether half of the images put each atom on a face of the cell at one of the two
 *     faces, drawn
 * @param background largest mean of the speckled background that the images get, in units of the
 *     brightest pixel
 */
public record ViewDrawing(double lengthJitter, boolean corners, boolean faces, double background)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing: all showings would be the same. */
  public static final ViewDrawing NONE = new ViewDrawing(0, false, false, 0);

  public ViewDrawing {
    if (!(lengthJitter >= 0 && lengthJitter < 1)) {
      throw new UserException("train.length-jitter must be in [0, 1), was " + lengthJitter);
    }
    if (!(background >= 0 && background < 1)) {
      throw new UserException("train.background must be in [0, 1), was " + background);
    }
  }

  /** Whether showings of one crystal differ; then each epoch has its own. */
  public boolean draws() {
    return lengthJitter > 0 || corners || faces || background > 0;
  }

  Map<String, String> toMap() {
    return Map.of(
        "views.lengthJitter", Double.toString(lengthJitter),
        "views.drawCorners", Boolean.toString(corners),
        "views.drawFaces", Boolean.toString(faces),
        "views.background", Double.toString(background));
  }
}
