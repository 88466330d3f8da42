package org.laue.learning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.laue.UserException;

/** Where the files of a model lie: a directory, the class path, or any file system from outside. */
public interface ModelFiles {

  InputStream open(String name) throws IOException;

  OutputStream create(String name) throws IOException;

  /** A local directory, made when the first file is written. */
  static ModelFiles directory(Path directory) {
    return new ModelFiles() {
      @Override
      public InputStream open(String name) throws IOException {
        try {
          return Files.newInputStream(directory.resolve(name));
        } catch (NoSuchFileException e) {
          throw missing(name, directory.toString(), e);
        }
      }

      @Override
      public OutputStream create(String name) throws IOException {
        Files.createDirectories(directory);
        return Files.newOutputStream(directory.resolve(name));
      }
    };
  }

  /**
   * Read-only files on the class path.
   *
   * @param root for instance {@code /org/laue/learning/shipped}
   */
  static ModelFiles resources(String root) {
    return new ModelFiles() {
      @Override
      public InputStream open(String name) throws IOException {
        InputStream stream = ModelFiles.class.getResourceAsStream(root + "/" + name);
        if (stream == null) {
          throw missing(name, root, new FileNotFoundException(name));
        }
        return stream;
      }

      @Override
      public OutputStream create(String name) {
        throw new UnsupportedOperationException("The class path is read-only");
      }
    };
  }

  /**
   * Whether the bytes of a file move an answer of the model, as weights and gate do. Curve and card
   * do not, nor what else the description tells besides {@link ModelDescription#identity()}.
   */
  static boolean movesAnswers(String name) {
    return name.equals(ModelFormat.PARAMETERS) || name.equals(ModelFormat.NOVELTY);
  }

  /** Whether there is a file of this name. */
  default boolean holds(String name) throws IOException {
    try (InputStream stream = open(name)) {
      return stream != null;
    } catch (UserException | FileNotFoundException missing) {
      return false;
    }
  }

  default byte[] read(String name) throws IOException {
    try (InputStream stream = open(name)) {
      return stream.readAllBytes();
    }
  }

  default void write(String name, byte[] content) throws IOException {
    try (OutputStream stream = create(name)) {
      stream.write(content);
    }
  }

  default void write(String name, String content) throws IOException {
    write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static UserException missing(String name, String where, IOException cause) {
    return new UserException(
        "%s is no model: it holds no file %s; train one or name another".formatted(where, name),
        cause);
  }
}
