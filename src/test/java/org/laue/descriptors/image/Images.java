package org.laue.descriptors.image;

/** Arithmetic on images for tests. */
final class Images {
  private Images() {}

  static double largestDifference(Fingerprint made, Fingerprint expected) {
    return largestDifference(made.pixels(), expected.pixels());
  }

  static double largestDifference(float[] made, float[] expected) {
    double largest = made.length == expected.length ? 0 : Double.NaN;
    for (int i = 0; i < made.length; i++) {
      double difference = Math.abs(made[i] - expected[i]);
      largest = difference <= largest ? largest : difference;
    }
    return largest;
  }

  /** Mask and rescale by the letter of the definition. */
  static Fingerprint normalised(Detector detector, double[] channels) {
    int n = detector.pixels();
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    double[] masked = new double[channels.length];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = detector.keeps(i / n % n, i % n) ? channels[i] : 0;
      low = Math.min(low, masked[i]);
      high = Math.max(high, masked[i]);
    }
    float[] pixels = new float[masked.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) ((masked[i] - low) / (high - low));
    }
    return Fingerprint.of(n, pixels);
  }
}
