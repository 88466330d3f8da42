package org.laue.learning.training;

import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.factory.Nd4j;

/** Off-heap memory of a thread's forward passes, reused from batch to batch. */
public final class Scratch {
  private static final WorkspaceConfiguration CONFIGURATION =
      WorkspaceConfiguration.builder()
          .initialSize(0)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policyAllocation(AllocationPolicy.STRICT)
          .build();

  private Scratch() {}

  /** Arrays made until the workspace is closed are gone afterwards. */
  public static MemoryWorkspace enter() {
    return Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, "laue-inference");
  }
}
