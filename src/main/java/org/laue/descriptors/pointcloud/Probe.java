package org.laue.descriptors.pointcloud;

import java.util.List;

/** With what a crystal is looked at: each point has an intensity for each radiation. */
public enum Probe {
  XRAY(Radiation.XRAY),
  NEUTRON(Radiation.NEUTRON),
  /** X-rays and neutrons, as in a joint refinement: what the one hardly sees the other does. */
  JOINT(Radiation.XRAY, Radiation.NEUTRON);

  private final List<Radiation> radiations;

  Probe(Radiation... radiations) {
    this.radiations = List.of(radiations);
  }

  /** In the order of a point's intensities. */
  public List<Radiation> radiations() {
    return radiations;
  }
}
