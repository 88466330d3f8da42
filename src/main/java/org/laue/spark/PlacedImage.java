package org.laue.spark;

import java.io.Serializable;

/** An image on its way to the worker that trains on it; a class, as Kryo 4 knows no records. */
final class PlacedImage implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int place;
  private final int label;
  private final float[] pixels;

  /**
   * @param place position among the images of the worker's round
   */
  PlacedImage(int place, int label, float[] pixels) {
    this.place = place;
    this.label = label;
    this.pixels = pixels;
  }

  int place() {
    return place;
  }

  int label() {
    return label;
  }

  float[] pixels() {
    return pixels;
  }
}
