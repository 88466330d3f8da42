package org.laue.learning.sen;

import java.util.Arrays;
import java.util.List;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.learning.graphs.GraphLayer;
import org.laue.learning.graphs.GraphNetwork;
import org.laue.learning.sen.SenProgram.Variant;
import org.laue.learning.training.Head;
import org.laue.learning.training.Task;

/**
 * The network of "Material symmetry recognition and property prediction accomplished by crystal
 * capsule representation", Nature Communications 14 (2023), doi 10.1038/s41467-023-40756-2, after
 * its program (github MatMLlab/SEN_model). It looks at a crystal's {@link
 * org.laue.descriptors.graph.CrystalGraph}. Numbers are learned by their absolute errors.
 *
 * @param outputs numbers that it answers
 */
public record Sen(Variant variant, SenSettings settings, int outputs, Head head)
    implements GraphNetwork {
  private static final long serialVersionUID = 1L;

  /** In models and study files: the whole network. */
  public static final String NAME = Variant.CODE.label;

  /** All of them. */
  public static final List<String> NAMES =
      Arrays.stream(Variant.values()).map(variant -> variant.label).toList();

  /**
   * @param name one of {@link #NAMES}
   * @param descriptor what it looks at
   * @throws UserException if that makes no graphs
   */
  public static Sen of(String name, Task task, Descriptor descriptor) {
    GraphNetwork.requireGraphs(name, descriptor);
    return new Sen(variant(name), SenSettings.DEFAULT, task.outputs(), Head.of(task));
  }

  private static Variant variant(String name) {
    return Variant.values()[NAMES.indexOf(name)];
  }

  @Override
  public String name() {
    return variant.label;
  }

  SenProgram program() {
    return new SenProgram(variant, settings);
  }

  @Override
  public GraphLayer layer(double dropped) {
    return new SenLayer(variant, settings, dropped);
  }

  @Override
  public float[] draw(long seed) {
    return program().draw(seed);
  }

  @Override
  public SenInference trained(float[] parameters) {
    return new SenInference(parameters, this);
  }
}
