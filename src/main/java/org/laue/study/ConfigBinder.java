package org.laue.study;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.laue.Spelling;
import org.laue.UserException;

/**
 * Binds a HOCON tree to a tree of records: component {@code symprecAngstrom} reads key {@code
 * symprec-angstrom}. Every component must have a value (the defaults are in {@code reference.conf})
 * and every key a component.
 */
public final class ConfigBinder {
  private ConfigBinder() {}

  /**
   * @throws UserException naming the key that is unknown, missing or of another kind
   */
  public static <R extends Record> R bind(Config config, Class<R> type) {
    return bind(config, type, "");
  }

  private static <R extends Record> R bind(Config config, Class<R> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknownKeys(config, components, path);
    Object[] values =
        Arrays.stream(components).map(component -> value(config, component, path)).toArray();
    return construct(type, components, values, path);
  }

  private static void refuseUnknownKeys(Config config, RecordComponent[] components, String path) {
    List<String> known = Arrays.stream(components).map(ConfigBinder::key).toList();
    for (var entry : config.root().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new UserException(
            place(entry.getValue().origin())
                + "unknown key '"
                + path
                + entry.getKey()
                + "'; did you mean '"
                + path
                + nearest(entry.getKey(), known)
                + "'?");
      }
    }
  }

  private static String nearest(String key, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> LevenshteinDistance.getDefaultInstance().apply(key, k)))
        .orElseThrow();
  }

  static String key(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(Config config, RecordComponent component, String path) {
    String key = key(component);
    try {
      return read(config, component, key, path);
    } catch (ConfigException.Missing e) {
      throw new UserException("Missing key '" + path + key + "'", e);
    } catch (ConfigException.WrongType | ConfigException.BadValue e) {
      ConfigValue value = config.getValue(key);
      throw new UserException(
          place(value.origin())
              + path
              + key
              + " must be "
              + kind(component)
              + ", was "
              + value.render(),
          e);
    }
  }

  private static Object read(Config config, RecordComponent component, String key, String path) {
    Class<?> type = component.getType();
    if (type.isRecord()) {
      return bind(config.getConfig(key), type.asSubclass(Record.class), path + key + ".");
    }
    if (type.isEnum()) {
      return constant(type, config.getString(key), path + key);
    }
    if (type == List.class) {
      boolean numbers =
          ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
              == Double.class;
      return List.copyOf(numbers ? config.getDoubleList(key) : config.getStringList(key));
    }
    return scalar(config, type, key);
  }

  private static Object scalar(Config config, Class<?> type, String key) {
    return switch (type.getName()) {
      case "int" -> config.getInt(key);
      case "long" -> config.getLong(key);
      case "double" -> config.getDouble(key);
      case "boolean" -> config.getBoolean(key);
      case "java.lang.String" -> config.getString(key);
      default -> throw new IllegalStateException("No reader for settings of " + type);
    };
  }

  /** A constant as settings spell it: {@code mean-nearest}. */
  public static <E> E constant(Class<E> type, String text, String path) {
    for (E constant : type.getEnumConstants()) {
      if (spelling(constant).equals(Spelling.of(text))) {
        return constant;
      }
    }
    throw new UserException(path + " must be " + choices(type) + ", was '" + text + "'");
  }

  private static String spelling(Object constant) {
    return Spelling.of((Enum<?>) constant);
  }

  private static String choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(ConfigBinder::spelling)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String kind(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == List.class) {
      return "a list";
    }
    return type.isRecord() ? "a section { ... }" : "of type " + type.getSimpleName();
  }

  private static <R extends Record> R construct(
      Class<R> type, RecordComponent[] components, Object[] values, String path) {
    try {
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UserException user) {
        throw new UserException(
            user.getMessage() + (path.isEmpty() ? "" : " (" + StringUtils.chop(path) + ")"), user);
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(ConfigOrigin origin) {
    String source = origin.filename() == null ? origin.description() : origin.filename();
    return source + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "") + ": ";
  }
}
