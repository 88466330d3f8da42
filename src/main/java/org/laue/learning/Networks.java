package org.laue.learning;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.learning.cgcnn.Cgcnn;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.pointnet.DeepKnet;
import org.laue.learning.pointnet.FcNet;
import org.laue.learning.pointnet.PointNet;
import org.laue.learning.sen.Sen;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;

/** The networks by the names that models and study files give them. */
public final class Networks {
  private static final SortedMap<String, Maker> KNOWN =
      new TreeMap<>(
          Map.of(
              ConvNet.NAME,
              (task, descriptor) -> ConvNet.of(task, descriptor.shape()),
              DeepKnet.NAME,
              (task, descriptor) -> DeepKnet.of(task, descriptor, false),
              DeepKnet.TRANSFORMING,
              (task, descriptor) -> DeepKnet.of(task, descriptor, true),
              FcNet.NAME,
              (task, descriptor) -> FcNet.of(task, descriptor, false),
              FcNet.PERMUTED,
              (task, descriptor) -> FcNet.of(task, descriptor, true)));

  static {
    PointNet.NAMES.forEach(
        name -> KNOWN.put(name, (task, descriptor) -> PointNet.of(name, task, descriptor)));
    KNOWN.put(Cgcnn.NAME, Cgcnn::of);
    Sen.NAMES.forEach(
        name -> KNOWN.put(name, (task, descriptor) -> Sen.of(name, task, descriptor)));
  }

  private Networks() {}

  private interface Maker {
    NetworkSpec of(Task task, Descriptor descriptor);
  }

  /**
   * @param descriptor what the network looks at
   * @throws UserException if no network has this name, or it looks at something else
   */
  public static NetworkSpec named(String name, Task task, Descriptor descriptor) {
    Maker maker = KNOWN.get(name);
    if (maker == null) {
      throw new UserException(
          "No network is called '%s'; this program has %s"
              .formatted(name, String.join(", ", KNOWN.keySet())));
    }
    return maker.of(task, descriptor);
  }
}
