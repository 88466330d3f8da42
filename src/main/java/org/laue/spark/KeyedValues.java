package org.laue.spark;

import java.io.Serializable;

/** A row of a descriptor's table without the rest; a bean, so that Spark copies no boxes. */
public final class KeyedValues implements Serializable {
  private static final long serialVersionUID = 1L;

  private String key;
  private float[] values;

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public float[] getValues() {
    return values;
  }

  public void setValues(float[] values) {
    this.values = values;
  }
}
