package org.laue.descriptors.known;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;

/** Makes a descriptor of its name and settings, as models and manifests hold them. */
public final class Descriptors {
  private static final SortedMap<String, Function<Map<String, String>, Descriptor>> KNOWN =
      new TreeMap<>(
          Map.of(
              Imaging.NAME,
              settings -> new Imaging(FingerprintParameters.ofMap(settings), false),
              PointCloudGenerator.NAME,
              settings -> new PointCloudGenerator(PointCloudSettings.ofMap(settings)),
              GraphGenerator.NAME,
              settings -> new GraphGenerator(GraphSettings.ofMap(settings))));

  private Descriptors() {}

  /**
   * @param settings as {@link Descriptor#settings} gives them
   * @throws UserException if the name or a setting is unknown
   */
  public static Descriptor named(String name, Map<String, String> settings) {
    Function<Map<String, String>, Descriptor> maker = KNOWN.get(name);
    if (maker == null) {
      throw new UserException(
          "No descriptor is called '%s'; this program has %s"
              .formatted(name, String.join(", ", KNOWN.keySet())));
    }
    return maker.apply(settings);
  }
}
