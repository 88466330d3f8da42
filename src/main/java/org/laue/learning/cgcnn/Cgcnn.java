package org.laue.learning.cgcnn;

import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.learning.graphs.GraphLayer;
import org.laue.learning.graphs.GraphNetwork;
import org.laue.learning.training.Head;
import org.laue.learning.training.Task;

/**
 * Crystal graph convolutions after Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018), doi
 * 10.1103/PhysRevLett.120.145301: the plain network on graphs of crystals. Rows are normalised by
 * themselves, not over the batch, so that no answer hangs on another crystal.
 *
 * @param outputs numbers that it answers
 */
public record Cgcnn(CgcnnSettings settings, int outputs, Head head) implements GraphNetwork {
  private static final long serialVersionUID = 1L;

  /** In models and study files. */
  public static final String NAME = "cgcnn";

  /**
   * @param descriptor what it looks at
   * @throws UserException if that makes no graphs
   */
  public static Cgcnn of(Task task, Descriptor descriptor) {
    GraphNetwork.requireGraphs(NAME, descriptor);
    return new Cgcnn(CgcnnSettings.DEFAULT, task.outputs(), Head.of(task));
  }

  @Override
  public String name() {
    return NAME;
  }

  CgcnnProgram program() {
    return new CgcnnProgram(settings);
  }

  @Override
  public GraphLayer layer(double dropped) {
    return new CgcnnLayer(settings, dropped);
  }

  @Override
  public float[] draw(long seed) {
    return program().draw(seed);
  }

  @Override
  public CgcnnInference trained(float[] parameters) {
    return new CgcnnInference(parameters, this);
  }
}
