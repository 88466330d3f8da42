package org.laue.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

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
    checksums.put(name, sha256(root.toString()));
    Files.write(file, JSON.writeValueAsBytes(root));
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
