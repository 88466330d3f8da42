package org.laue.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.structure.Crystal;

/**
 * Measures what point clouds and graphs of crystals of 20 atoms cost; clouds beside pymatgen, which
 * makes a standard cell and the intensities of as many reflections.
 */
final class DescriptorBench {
  private static final int CRYSTALS = 64;
  private static final int ROUNDS = 15;

  /** CPU ms for a crystal that a cloud and a graph may cost. */
  private static final double CLOUD_LIMIT = 0.3;

  private static final double GRAPH_LIMIT = 1;

  private final String python;

  /**
   * @param python interpreter of the peer
   */
  DescriptorBench(String python) {
    this.python = python;
  }

  void run(BenchTable table) throws IOException {
    List<Crystal> crystals = BenchCrystals.some(CRYSTALS);
    PointCloudSettings clouds = PointCloudSettings.defaults();
    try (PythonPeer peer = PythonPeer.start(python, "pymatgen_peer.py")) {
      table.cost(
          "point cloud",
          "%d atoms, %d points".formatted(BenchCrystals.ATOMS, clouds.points()),
          millis(new PointCloudGenerator(clouds), crystals),
          peer.isThere() ? theirs(peer, crystals, clouds.points()) : Double.NaN,
          "CPU ms",
          CLOUD_LIMIT,
          "against " + peer.note());
    }
    table.cost(
        "graph",
        "%d atoms, nearest 12".formatted(BenchCrystals.ATOMS),
        millis(new GraphGenerator(GraphSettings.defaults().withNearest(12)), crystals),
        Double.NaN,
        "CPU ms",
        GRAPH_LIMIT,
        "all neighbours within 5 angstrom are looked for");
  }

  private static double millis(Descriptor descriptor, List<Crystal> crystals) {
    Runnable all = () -> crystals.forEach(descriptor::values);
    return BenchClusters.cpuMillis(all, ROUNDS)[1] / crystals.size();
  }

  /** Mean over the crystals, CPU ms. */
  private static double theirs(PythonPeer peer, List<Crystal> crystals, int reflections)
      throws IOException {
    double sum = 0;
    for (Crystal crystal : crystals) {
      sum +=
          peer.ask(
                  Map.of(
                      "lattice", crystal.lattice().rows(),
                      "fractional", crystal.fractional(),
                      "numbers", crystal.atomicNumbers(),
                      "reflections", reflections))
              .path("ms")
              .asDouble();
    }
    return sum / crystals.size();
  }
}
