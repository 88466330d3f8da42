package org.laue.fingerprints;

/** Fingerprint images of finite clusters. */
final class Diffraction {
  private final Detector detector;
  private final ReferenceDiffraction reference;

  Diffraction(Detector detector) {
    this.detector = detector;
    this.reference = new ReferenceDiffraction(detector);
  }

  void normalised(int[] atomicNumbers, double[] scaled, float[] image) {
    double[] channels = reference.channels(atomicNumbers, scaled);
    normalise(channels, image);
  }

  private void normalise(double[] channels, float[] image) {
    int n = detector.pixels();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < channels.length; i++) {
      channels[i] = detector.keeps(i / n % n, i % n) ? channels[i] : 0;
      low = Math.min(low, channels[i]);
      high = Math.max(high, channels[i]);
    }
    for (int i = 0; i < channels.length; i++) {
      image[i] = (float) ((channels[i] - low) / (high - low));
    }
  }
}
