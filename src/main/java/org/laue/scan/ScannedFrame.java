package org.laue.scan;

import java.io.Serializable;
import java.util.function.Supplier;
import org.laue.UserException;

/**
 * What came of the scan of one frame among several.
 *
 * @param result null where a fault of ours cost this frame; the others follow
 * @param fault null where there is a result
 */
public record ScannedFrame(ScanResult result, RuntimeException fault) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The result of a scan, or its fault; what the user did wrong, or stopped, is thrown. */
  static ScannedFrame of(Supplier<ScanResult> scan) {
    try {
      return new ScannedFrame(scan.get(), null);
    } catch (UserException e) {
      throw e;
    } catch (RuntimeException e) {
      return new ScannedFrame(null, e);
    }
  }
}
