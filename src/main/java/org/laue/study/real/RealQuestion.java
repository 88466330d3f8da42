package org.laue.study.real;

import java.util.List;
import org.laue.UserException;

/**
 * What scores are compared at.
 *
 * @param name heading of its rows
 * @param of names of the sets whose structures are of a class of the model
 * @param against names of those that are not; empty to ask of the first whether the network's class
 *     is right
 */
public record RealQuestion(String name, List<String> of, List<String> against) {
  public RealQuestion {
    of = List.copyOf(of);
    against = List.copyOf(against);
    if (of.isEmpty()) {
      throw new UserException("Question " + name + " names no set under of");
    }
  }

  /** Whether it needs the set of this name. */
  public boolean asks(String set) {
    return of.contains(set) || against.contains(set);
  }
}
