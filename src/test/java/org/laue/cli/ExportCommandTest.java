package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "crystal-system, onnx, pointnet-equivalents",
    "gap, onnx, cgcnn",
    "formation-energy, mlflow, cgcnn"
  })
  void otherNetworksAreSaidNotToTravel(String question, String format, String network) {
    Path output = directory.resolve("exported");
    String model = "src/main/resources/org/laue/learning/shipped/" + question + "/1";
    LaueCall call =
        LaueCall.of("export", "--format", format, "--model", model, "--output", output.toString());
    assertThat(call.exit()).as(call.said()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said())
        .contains("Network " + network + " cannot be written as ONNX, only convnet can");
    assertThat(output).doesNotExist();
  }

  @Test
  void anUnknownFormatIsTheUsersError() {
    LaueCall call = LaueCall.of("export", "--format", "h5", "--output", "x");
    assertThat(call.exit()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("onnx");
  }
}
