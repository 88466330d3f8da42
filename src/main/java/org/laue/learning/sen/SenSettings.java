package org.laue.learning.sen;

import java.io.Serializable;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Sizes of the network.
 *
 * @param side edge of the square image that a feature vector of an atom, a bond or the crystal is
 *     seen as; the published program takes 12 x 16
 * @param channels of which each block sums that many products, a multiple of 6; published: 12
 * @param loops of messages between atoms; published: 3
 * @param hidden features of a read-out; the composition's are twice as many. Published: 128
 * @param kernels of the capsules' convolutions; published: 256
 */
public record SenSettings(
    @JsonProperty("side") int side,
    @JsonProperty("channels") int channels,
    @JsonProperty("loops") int loops,
    @JsonProperty("hidden") int hidden,
    @JsonProperty("kernels") int kernels)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A fifth of the published widths: an epoch takes minutes of a core and not hours. */
  public static final SenSettings DEFAULT = new SenSettings(6, 6, 2, 64, 32);

  /** Features of an atom, a bond, the crystal. */
  int width() {
    return side * side;
  }

  /** Features of the composition. */
  int composition() {
    return 2 * hidden;
  }
}
