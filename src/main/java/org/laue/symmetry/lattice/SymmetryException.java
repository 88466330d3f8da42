package org.laue.symmetry.lattice;

import org.laue.UserException;

/**
 * The symmetry finder has no answer for this crystal at this tolerance: the input is unusable, no
 * set of operations formed a group, or the search would cost more than its budget.
 */
public final class SymmetryException extends UserException {
  private static final long serialVersionUID = 1L;

  public SymmetryException(String message) {
    super(message);
  }
}
