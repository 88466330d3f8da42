package org.laue.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;

/** Descriptions of models that are changed as their writer would, for tests. */
final class ModelFixtures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelFixtures() {}

  /** Changes a description and makes its own checksum anew. */
  static void rewrite(Path file, Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
    change.accept(root);
    ObjectNode checksums = (ObjectNode) root.get("sha256");
    String name = file.getFileName().toString();
    checksums.remove(name);
    checksums.put(name, DigestUtils.sha256Hex(root.toString()));
    Files.write(file, JSON.writeValueAsBytes(root));
  }
}
