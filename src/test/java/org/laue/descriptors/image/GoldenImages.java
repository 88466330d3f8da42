package org.laue.descriptors.image;

import java.util.List;

/** The images of the golden cases, for tests of what looks at them. */
public final class GoldenImages {
  private GoldenImages() {}

  /** Each [3][64][64], channels first. */
  public static List<float[]> all() {
    return GoldenCase.all().stream().map(GoldenCase::image).toList();
  }
}
