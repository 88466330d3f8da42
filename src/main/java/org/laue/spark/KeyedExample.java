package org.laue.spark;

import java.io.Serializable;

/** A row of a table as the training reads it; a bean, so that Spark copies no boxes. */
public final class KeyedExample implements Serializable {
  private static final long serialVersionUID = 1L;

  private String key;
  private String label;
  private float[] numbers;
  private float[] values;

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

  public float[] getNumbers() {
    return numbers;
  }

  public void setNumbers(float[] numbers) {
    this.numbers = numbers;
  }

  public float[] getValues() {
    return values;
  }

  public void setValues(float[] values) {
    this.values = values;
  }
}
