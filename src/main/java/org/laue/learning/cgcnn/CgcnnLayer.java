package org.laue.learning.cgcnn;

import org.laue.learning.graphs.GraphLayer;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The whole network but its last layer, for DL4J. */
public final class CgcnnLayer extends GraphLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty("settings")
  private CgcnnSettings settings;

  @JsonProperty("dropped")
  private double dropped;

  /** For the reader of stored configurations. */
  public CgcnnLayer() {}

  CgcnnLayer(CgcnnSettings settings, double dropped) {
    this.settings = settings;
    this.dropped = dropped;
  }

  @Override
  protected int size() {
    return new CgcnnProgram(settings).size();
  }

  @Override
  protected int features() {
    return settings.hidden();
  }

  @Override
  protected CgcnnComputation computation() {
    return new CgcnnComputation(new CgcnnProgram(settings), dropped);
  }
}
