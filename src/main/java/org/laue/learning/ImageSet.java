package org.laue.learning;

import java.util.Arrays;
import org.laue.UserException;

/**
 * Images with their classes, held in memory.
 *
 * @param images each [3][64][64] flattened, channels first; not copied, not changed
 * @param labels index of the class of each image
 */
public record ImageSet(float[][] images, int[] labels) {

  public ImageSet {
    if (images.length != labels.length) {
      throw new UserException(
          "Every image needs one label, there are %d images and %d labels"
              .formatted(images.length, labels.length));
    }
  }

  public int size() {
    return labels.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageSet that
        && Arrays.deepEquals(images, that.images)
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(images) + Arrays.hashCode(labels);
  }

  @Override
  public String toString() {
    return "ImageSet[" + size() + " images]";
  }
}
