package org.laue.spark;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.laue.api.HadoopModelFiles;
import org.laue.learning.CrystalModel;

/** Models of runs, loaded once in each JVM: a run never changes. */
final class LoadedModels {
  private static final Map<String, CrystalModel> LOADED = new ConcurrentHashMap<>();

  private LoadedModels() {}

  /**
   * @param run directory of the model's run
   * @param content hash of what it holds; the same run made anew may lie at the same place
   */
  static CrystalModel load(Configuration hadoop, String run, String content) throws IOException {
    String key = content + " " + run;
    CrystalModel known = LOADED.get(key);
    if (known != null) {
      return known;
    }
    synchronized (LOADED) {
      if (!LOADED.containsKey(key)) {
        CrystalModel model = CrystalModel.load(HadoopModelFiles.at(hadoop, run));
        LOADED.clear();
        LOADED.put(key, model);
      }
      return LOADED.get(key);
    }
  }
}
