package org.laue.model;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Whether convolutions run on oneDNN, which is what makes training bearable. */
public final class FastConvolution {
  private FastConvolution() {}

  /** True if the native library in use was built with oneDNN and may call it. */
  public static boolean available() {
    return buildInfo().contains("HAVE_ONEDNN") && Nd4j.getEnvironment().helpersAllowed();
  }

  /** One line for provenance, for instance {@code nd4j: HAVE_ONEDNN HAVE_OPENBLAS, 1 threads}. */
  public static String describe() {
    return "nd4j: "
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
