package org.laue.evaluation;

import java.util.Map;

/**
 * What several scores say of one structure whose truth is known.
 *
 * @param id by which it is found again
 * @param truth label of its class, or {@link RealAnswer#UNKNOWN}
 * @param network the class that the network finds most probable
 * @param byScore by name of the score; every structure has the same ones
 */
public record Opinions(String id, String truth, String network, Map<KnownScore, Opinion> byScore) {
  public Opinions {
    byScore = Map.copyOf(byScore);
  }

  /** Whether the network alone is right. */
  boolean isNetworkRight() {
    return network.equals(truth);
  }
}
