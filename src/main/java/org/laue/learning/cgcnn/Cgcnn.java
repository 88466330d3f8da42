package org.laue.learning.cgcnn;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.learning.graphs.GraphNetwork;
import org.laue.learning.graphs.GraphRows;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Crystal graph convolutions after Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018), doi
 * 10.1103/PhysRevLett.120.145301: the plain network on graphs of crystals. Rows are normalised by
 * themselves, not over the batch, so that no answer hangs on another crystal.
 *
 * @param outputs numbers that it answers
 */
public record Cgcnn(CgcnnSettings settings, int outputs, Head head) implements NetworkSpec {
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
  public MultiLayerNetwork create(TrainingSettings training) {
    return GraphNetwork.create(
        training,
        new CgcnnLayer(settings, training.dropout()),
        program().draw(training.seed()),
        outputs,
        head);
  }

  @Override
  public DataSet batch(List<Example> examples) {
    return GraphRows.batch(examples);
  }

  @Override
  public CgcnnInference trained(float[] parameters) {
    return new CgcnnInference(parameters, this);
  }
}
