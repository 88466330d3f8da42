package org.laue.spark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/** Carries the driver's Hadoop configuration (credentials, endpoints) to the executors. */
public final class HadoopSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String SPARK = "spark.hadoop.";

  private transient Configuration configuration;

  HadoopSettings(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Settings of the file systems where no Spark runs: those that are given as Spark's ({@code
   * spark.hadoop.fs.s3a.endpoint}) hold as well.
   */
  public static Configuration ofSystemProperties() {
    Configuration hadoop = new Configuration();
    for (String key : System.getProperties().stringPropertyNames()) {
      if (key.startsWith(SPARK)) {
        hadoop.set(key.substring(SPARK.length()), System.getProperty(key));
      }
    }
    return hadoop;
  }

  Configuration configuration() {
    return configuration;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    configuration.write(out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    configuration = new Configuration(false);
    configuration.readFields(new DataInputStream(in));
  }
}
