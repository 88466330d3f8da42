package org.laue.spark;

import java.io.Serializable;

/** A row of a fingerprint table without the rest; a bean, so that Spark copies no boxes. */
public final class KeyedImage implements Serializable {
  private static final long serialVersionUID = 1L;

  private String key;
  private float[] pixels;

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public float[] getPixels() {
    return pixels;
  }

  public void setPixels(float[] pixels) {
    this.pixels = pixels;
  }
}
