package org.laue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.learning.cgcnn.Cgcnn;
import org.laue.learning.cgcnn.CgcnnSettings;
import org.laue.learning.graphs.GraphNetwork;
import org.laue.learning.sen.Sen;
import org.laue.learning.sen.SenSettings;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.Element;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Measures training of a network on graphs beside the same network in PyTorch, which is given the
 * same graphs and the same weights: that its features are ours is measured too.
 */
final class GraphNetworkBench {
  private static final int CRYSTALS = 64;
  private static final double DROPOUT = 0.1;
  private static final int BATCHES = 5;
  private static final int REPEATS = 4;
  private static final GraphGenerator GRAPHS =
      new GraphGenerator(GraphSettings.defaults().withNearest(12));

  private static final ScalarTask TASK =
      new ScalarTask(List.of(new ScalarTask.Scalar("energy", "eV/atom")));

  private final String python;

  /**
   * @param python interpreter of the peer
   */
  GraphNetworkBench(String python) {
    this.python = python;
  }

  void sen(BenchTable table) throws IOException {
    SenSettings sizes = SenSettings.DEFAULT;
    run(
        Sen.of(Sen.NAME, TASK, GRAPHS),
        Map.of(
            "side", sizes.side(),
            "channels", sizes.channels(),
            "loops", sizes.loops(),
            "hidden", sizes.hidden(),
            "kernels", sizes.kernels()),
        table);
  }

  void cgcnn(BenchTable table) throws IOException {
    CgcnnSettings sizes = CgcnnSettings.DEFAULT;
    run(
        Cgcnn.of(TASK, GRAPHS),
        Map.of(
            "width", sizes.width(),
            "convolutions", sizes.convolutions(),
            "gaussians", sizes.gaussians(),
            "hidden", sizes.hidden(),
            "groups", Element.GROUPS,
            "periods", Element.PERIODS),
        table);
  }

  private void run(GraphNetwork spec, Map<String, Integer> sizes, BenchTable table)
      throws IOException {
    List<CrystalGraph> graphs = graphs();
    List<Example> examples =
        graphs.stream().map(graph -> new Example(graph.values(), new float[1], 1L << 45)).toList();
    MultiLayerNetwork network =
        spec.create(new TrainingSettings(1, 1000, CRYSTALS, 1e-3, 1e-5, DROPOUT, 1, 1));
    float[] weights = NetworkSpec.parameters(network);
    float[][] features = spec.trained(weights).answer(examples).features();
    DataSet batch = spec.batch(examples);
    try (PythonPeer peer = PythonPeer.start(python, "graphs_peer.py")) {
      double first = ours(network, batch);
      String note = "against " + peer.note();
      double theirs = Double.NaN;
      if (peer.isThere()) {
        JsonNode answer =
            peer.ask(question(spec.name(), sizes, graphs, weights, features[0].length));
        theirs = answer.path("per_cpu_second").asDouble();
        note += ", same graphs and weights: largest difference of a feature %.1g";
        note = String.format(Locale.ROOT, note, difference(features, answer.path("features")));
      }
      table.rate(
          spec.name() + " training",
          "batches of %d crystals of %d atoms, %d bonds"
              .formatted(CRYSTALS, BenchCrystals.ATOMS, bonds(graphs) / CRYSTALS),
          Math.max(first, ours(network, batch)),
          theirs,
          "per CPU s",
          Double.NaN,
          note);
    }
  }

  private static double ours(MultiLayerNetwork network, DataSet batch) {
    return NetworkBench.best(() -> network.fit(batch), CRYSTALS, BATCHES, REPEATS);
  }

  private static int bonds(List<CrystalGraph> graphs) {
    return graphs.stream().mapToInt(CrystalGraph::bondCount).sum();
  }

  static double difference(float[][] ours, JsonNode theirs) {
    double largest = 0;
    int next = 0;
    for (float[] row : ours) {
      for (float value : row) {
        largest = Math.max(largest, Math.abs(value - theirs.path(next++).asDouble(Double.NaN)));
      }
    }
    return largest;
  }

  static List<CrystalGraph> graphs() {
    return BenchCrystals.some(CRYSTALS).stream().map(GRAPHS::of).toList();
  }

  /** Graphs, sizes and weights as {@code graphs_peer.py} reads them. */
  private static Map<String, Object> question(
      String network,
      Map<String, Integer> sizes,
      List<CrystalGraph> graphs,
      float[] weights,
      int features) {
    Map<String, Object> all = new TreeMap<>(sizes);
    all.put("elements", Element.MAX_ATOMIC_NUMBER);
    all.put("dropped", DROPOUT);
    // Without the last layer, whose weights DL4J keeps otherwise.
    float[] numbers = Arrays.copyOf(weights, weights.length - features - 1);
    return Map.of(
        "network", network,
        "graphs", together(graphs),
        "sizes", all,
        "numbers", numbers,
        "batches", BATCHES,
        "repeats", REPEATS);
  }

  private static Map<String, Object> together(List<CrystalGraph> graphs) {
    Map<String, List<Object>> lists = new TreeMap<>();
    int atoms = 0;
    int parts = 0;
    for (int crystal = 0; crystal < graphs.size(); crystal++) {
      CrystalGraph graph = graphs.get(crystal);
      for (int number : graph.elements()) {
        Element element = Element.of(number);
        add(lists, "elements", number);
        add(lists, "groups", element.group());
        add(lists, "periods", element.period());
        add(lists, "crystal_of_atom", crystal);
      }
      for (int bond = 0; bond < graph.bondCount(); bond++) {
        add(lists, "sources", atoms + graph.sources()[bond]);
        add(lists, "targets", atoms + graph.targets()[bond]);
        add(lists, "lengths", graph.distances()[bond]);
        add(lists, "crystal_of_bond", crystal);
      }
      int distinct = graph.distinctElements().length;
      for (int i = 0; i < distinct; i++) {
        add(lists, "parts", graph.distinctElements()[i]);
        add(lists, "fractions", graph.fractions()[i]);
        add(lists, "crystal_of_part", crystal);
        for (int j = 0; j < distinct; j++) {
          if (i != j || distinct == 1) {
            add(lists, "pair_first", parts + i);
            add(lists, "pair_second", parts + j);
          }
        }
      }
      atoms += graph.atomCount();
      parts += distinct;
    }
    Map<String, Object> all = new TreeMap<>(lists);
    all.put("crystals", graphs.size());
    return all;
  }

  private static void add(Map<String, List<Object>> lists, String name, Object value) {
    lists.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }
}
