package org.laue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.laue.learning.CrystalModel;
import org.laue.learning.MlflowModel;
import org.laue.learning.OnnxModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laue export}: a model for other programs. */
@Command(
    name = "export",
    description = {
      "Writes a model as one ONNX file, or as a directory that MLflow serves and registers.",
      "It takes images as 'laue fingerprint' writes them, float32 [N][3][64][64], and answers with"
          + " the network's probabilities and with the features of the novelty gate."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue export --format onnx --output laue.onnx",
      "  laue export --format mlflow --model s3a://bucket/laue/model --output laue-mlflow"
    })
final class ExportCommand implements Callable<Integer> {
  /** What is written. */
  private enum Format {
    ONNX,
    MLFLOW
  }

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "onnx, a file, or mlflow, a directory (default: onnx).")
  private Format format = Format.ONNX;

  @Option(names = "--output", required = true, paramLabel = "PATH", description = "Where to.")
  private Path output;

  @Mixin private ModelOptions model;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    CrystalModel exported = model.laue().model();
    if (format == Format.ONNX) {
      write(output, OnnxModel.of(exported));
    } else {
      for (Map.Entry<String, byte[]> file : MlflowModel.files(exported, Instant.now()).entrySet()) {
        write(output.resolve(file.getKey()), file.getValue());
      }
    }
    spec.commandLine().getOut().println(output);
    return 0;
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, content);
  }
}
