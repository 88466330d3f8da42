package org.laue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.laue.UserException;
import org.laue.learning.MlflowModel;
import org.laue.learning.ModelFiles;
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
          + " the network's probabilities and with the features of the novelty gate.",
      "Format laue takes a model of any descriptor and writes it as Laue reads it, with its card"
          + " made anew."
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
    MLFLOW,
    LAUE
  }

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "onnx, a file; mlflow or laue, a directory (default: onnx).")
  private Format format = Format.ONNX;

  @Option(names = "--output", required = true, paramLabel = "PATH", description = "Where to.")
  private Path output;

  @Option(
      names = "--note",
      paramLabel = "FILE",
      description = "Markdown that goes to the end of the card, with --format laue.")
  private Path note;

  @Mixin private ModelOptions model;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    switch (format) {
      case ONNX -> write(output, OnnxModel.of(model.crystalModel()));
      case MLFLOW -> writeAll(MlflowModel.files(model.crystalModel(), Instant.now()));
      case LAUE -> model.crystalModel().save(ModelFiles.directory(output), noted());
    }
    spec.commandLine().getOut().println(output);
    return 0;
  }

  private String noted() throws IOException {
    if (note != null && !Files.isReadable(note)) {
      throw new UserException("The note " + note + " cannot be read; name a text file, or none");
    }
    return note == null ? "" : Files.readString(note);
  }

  private void writeAll(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      write(output.resolve(file.getKey()), file.getValue());
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, content);
  }
}
