package org.laue.spark;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.laue.UserException;
import org.laue.api.HadoopModelFiles;
import org.laue.learning.CrystalModel;
import org.laue.tables.Hashes;

/** Models by their content, loaded once in each JVM. */
final class ModelIdentity {
  private static final Map<String, CrystalModel> LOADED = new ConcurrentHashMap<>();

  private ModelIdentity() {}

  /** Hash of what a model is about and of its weights. */
  static String of(CrystalModel model) {
    StringBuilder weights = new StringBuilder(model.description().toString());
    for (float weight : model.parameters()) {
      weights.append(' ').append(Float.floatToIntBits(weight));
    }
    return Hashes.of(weights.toString());
  }

  /**
   * The model at a location.
   *
   * @throws UserException if it is no longer the one that the run began with
   */
  static CrystalModel load(Configuration hadoop, String location, String identity)
      throws IOException {
    CrystalModel known = LOADED.get(identity);
    if (known != null) {
      return known;
    }
    synchronized (LOADED) {
      if (!LOADED.containsKey(identity)) {
        CrystalModel model = CrystalModel.load(HadoopModelFiles.at(hadoop, location));
        if (!of(model).equals(identity)) {
          throw new UserException("The model at " + location + " changed while it was in use");
        }
        LOADED.clear();
        LOADED.put(identity, model);
      }
      return LOADED.get(identity);
    }
  }
}
