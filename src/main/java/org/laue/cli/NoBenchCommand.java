package org.laue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code laue bench} in a jar that has no benchmarks in it. */
@Command(
    name = "bench",
    description = "Measures CPU time beside the peer's; not in this jar: call jobs/laue bench.",
    mixinStandardHelpOptions = true)
final class NoBenchCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable")
  @Unmatched
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    throw new UserException(
        "Benchmarks are not in the job jar; call jobs/laue bench on one machine, without --master"
            + " and SPARK_HOME");
  }
}
