package org.laue.api;

import java.io.Serializable;

/** A {@link Laue} on its way to another process. */
record PackedLaue(PackedModel model, double symprec, boolean asIs) implements Serializable {

  private Object readResolve() {
    Laue laue = Laue.of(model.unpack()).withSymprec(symprec);
    return asIs ? laue.takingAtomsAsTheyAre() : laue;
  }
}
