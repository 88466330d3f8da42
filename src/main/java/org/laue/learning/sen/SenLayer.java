package org.laue.learning.sen;

import org.laue.learning.graphs.GraphLayer;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The whole network but its last layer, for DL4J. */
public final class SenLayer extends GraphLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty("variant")
  private SenProgram.Variant variant;

  @JsonProperty("settings")
  private SenSettings settings;

  @JsonProperty("dropped")
  private double dropped;

  /** For the reader of stored configurations. */
  public SenLayer() {}

  SenLayer(SenProgram.Variant variant, SenSettings settings, double dropped) {
    this.variant = variant;
    this.settings = settings;
    this.dropped = dropped;
  }

  private SenProgram program() {
    return new SenProgram(variant, settings);
  }

  @Override
  protected int size() {
    return program().size();
  }

  @Override
  protected int features() {
    return SenProgram.FEATURES;
  }

  @Override
  protected SenComputation computation() {
    return new SenComputation(program(), dropped);
  }
}
