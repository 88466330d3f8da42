package org.laue.learning.cgcnn;

import java.util.List;
import java.util.stream.IntStream;
import org.laue.learning.graphs.Weights;

/** Where the learned numbers of the network stand in one list, and how they are first drawn. */
final class CgcnnProgram {
  private final CgcnnSettings settings;
  private final Weights weights = new Weights();
  private final Embedding.Places embedding;
  private final List<Convolution.Places> convolutions;
  private final ReadOut.Places readOut;

  CgcnnProgram(CgcnnSettings settings) {
    this.settings = settings;
    embedding = Embedding.Places.in(weights, settings);
    convolutions =
        IntStream.range(0, settings.convolutions())
            .mapToObj(i -> Convolution.Places.in(weights, settings))
            .toList();
    readOut = ReadOut.Places.in(weights, settings);
  }

  CgcnnSettings settings() {
    return settings;
  }

  /** Learned numbers. */
  int size() {
    return weights.size();
  }

  float[] draw(long seed) {
    return weights.draw(seed);
  }

  Embedding embedding(LearnedList list) {
    return new Embedding(embedding, list, settings);
  }

  List<Convolution> convolutions(LearnedList list) {
    return convolutions.stream().map(places -> new Convolution(places, list, settings)).toList();
  }

  ReadOut readOut(LearnedList list) {
    return new ReadOut(readOut, list, settings);
  }
}
