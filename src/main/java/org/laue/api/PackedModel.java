package org.laue.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelFiles;

/** The files of a model as bytes. Each process unpacks one model once. */
final class PackedModel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Some questions with some models each, all asked about every structure. */
  private static final int MOST_KEPT = 64;

  private static final Map<CrystalModel, PackedModel> PACKED =
      Collections.synchronizedMap(new WeakHashMap<>());
  private static final Map<String, CrystalModel> UNPACKED = new ConcurrentHashMap<>();

  private final String identity = UUID.randomUUID().toString();
  private final TreeMap<String, byte[]> files;

  private PackedModel(TreeMap<String, byte[]> files) {
    this.files = files;
  }

  static PackedModel of(CrystalModel model) {
    return PACKED.computeIfAbsent(model, PackedModel::pack);
  }

  private static PackedModel pack(CrystalModel model) {
    try {
      InMemory files = new InMemory(new TreeMap<>());
      model.save(files);
      PackedModel packed = new PackedModel(files.contents());
      UNPACKED.put(packed.identity, model);
      return packed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CrystalModel unpack() {
    if (UNPACKED.size() > MOST_KEPT) {
      UNPACKED.clear();
    }
    return UNPACKED.computeIfAbsent(identity, id -> read());
  }

  private CrystalModel read() {
    try {
      return CrystalModel.load(new InMemory(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record InMemory(TreeMap<String, byte[]> contents) implements ModelFiles {
    @Override
    public InputStream open(String name) throws IOException {
      byte[] content = contents.get(name);
      if (content == null) {
        throw new FileNotFoundException(name);
      }
      return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream create(String name) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          contents.put(name, toByteArray());
        }
      };
    }
  }
}
