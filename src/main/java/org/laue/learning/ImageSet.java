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

  public static ImageSet empty() {
    return new ImageSet(new float[0][], new int[0]);
  }

  public int size() {
    return labels.length;
  }

  /** The images at these positions, in this order. */
  public ImageSet subset(int... positions) {
    float[][] chosen = new float[positions.length][];
    int[] chosenLabels = new int[positions.length];
    for (int i = 0; i < positions.length; i++) {
      chosen[i] = images[positions[i]];
      chosenLabels[i] = labels[positions[i]];
    }
    return new ImageSet(chosen, chosenLabels);
  }

  /** At most {@code limit} images, spread evenly over the set. */
  public ImageSet sample(int limit) {
    if (size() <= limit) {
      return this;
    }
    int[] positions = new int[limit];
    Arrays.setAll(positions, i -> (int) ((long) i * size() / limit));
    return subset(positions);
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
