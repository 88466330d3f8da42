package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.learning.OnnxModel;

class ExportCommandTest {
  @TempDir private Path directory;

  @Test
  void oneFileOrADirectoryForMlflowIsWritten() throws IOException {
    byte[] wanted = OnnxModel.of(org.laue.api.Laue.load().model());
    Path file = directory.resolve("laue.onnx");
    assertThat(LaueCall.of("export", "--output", file.toString()).exit()).isZero();
    assertThat(file).hasBinaryContent(wanted);
    Path folder = directory.resolve("served");
    LaueCall call = LaueCall.of("export", "--format", "mlflow", "--output", folder.toString());
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(folder.resolve("model.onnx")).hasBinaryContent(wanted);
    assertThat(Files.readString(folder.resolve("MLmodel"))).contains("python_function");
  }

  @Test
  void anUnknownFormatIsTheUsersError() {
    LaueCall call = LaueCall.of("export", "--format", "h5", "--output", "x");
    assertThat(call.exit()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("onnx");
  }
}
