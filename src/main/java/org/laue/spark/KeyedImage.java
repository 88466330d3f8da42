package org.laue.spark;

import java.io.Serializable;

/** A row of a fingerprint table as the training reads it; a bean, so that Spark copies no boxes. */
public final class KeyedImage implements Serializable {
  private static final long serialVersionUID = 1L;

  private String key;
  private String label;
  private float[] pixels;

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public float[] getPixels() {
    return pixels;
  }

  public void setPixels(float[] pixels) {
    this.pixels = pixels;
  }
}
