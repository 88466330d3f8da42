package org.laue.learning.cgcnn;

import java.io.Serializable;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Sizes of the network.
 *
 * @param width features of an atom
 * @param convolutions one after the other
 * @param gaussians of the length of a bond, with centres from 0 to 5 angstrom
 * @param hidden features of a crystal
 */
public record CgcnnSettings(
    @JsonProperty("width") int width,
    @JsonProperty("convolutions") int convolutions,
    @JsonProperty("gaussians") int gaussians,
    @JsonProperty("hidden") int hidden)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final CgcnnSettings DEFAULT = new CgcnnSettings(64, 3, 32, 128);
}
