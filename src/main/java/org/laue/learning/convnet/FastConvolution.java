package org.laue.learning.convnet;

import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Whether the native libraries are the fast ones, which is what makes training bearable. */
public final class FastConvolution {
  private FastConvolution() {}

  /** True if ND4J's library was built with oneDNN, on which pooling runs, and may call it. */
  public static boolean available() {
    return buildInfo().contains("HAVE_ONEDNN") && Nd4j.getEnvironment().helpersAllowed();
  }

  /**
   * One line for provenance, for instance {@code oneDNN 2.5.2, nd4j: HAVE_ONEDNN HAVE_OPENBLAS, 1
   * threads}.
   */
  public static String describe() {
    dnnl_version_t version = dnnl.dnnl_version();
    return "oneDNN %d.%d.%d, nd4j: ".formatted(version.major(), version.minor(), version.patch())
        + String.join(" ", buildInfo().lines().filter(l -> l.startsWith("HAVE_")).toList())
        + ", "
        + NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()
        + " threads";
  }

  private static String buildInfo() {
    Nd4j.getBackend();
    return NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo();
  }
}
