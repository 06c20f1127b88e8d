package dev.amiss.lint.sonar;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A library that was not there when amiss was built, in a class loader that sees no other. */
final class Foreign implements AutoCloseable {

  private final URLClassLoader loader;
  private final Map<String, Method> methods = new HashMap<>();

  /**
   * @param folder with the library's jars
   */
  Foreign(File folder) {
    File[] jars = folder.listFiles(file -> file.getName().endsWith(".jar"));
    if (jars == null || jars.length == 0) {
      throw new IllegalArgumentException("no jars in " + folder);
    }
    URL[] urls = Arrays.stream(jars).sorted().map(Foreign::url).toArray(URL[]::new);
    this.loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** Something that the library says while it is called, such as that a file does not parse. */
  static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean aboutSource;

    Problem(Throwable cause) {
      super(cause.toString(), cause);
      this.aboutSource = cause.getClass().getName().endsWith(".RecognitionException");
    }

    /** Whether it is the Python that does not parse. */
    boolean isAboutSource() {
      return aboutSource;
    }
  }

  Class<?> type(String name) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the library lacks " + name, e);
    }
  }

  /** A new instance, by the public constructor that takes so many arguments. */
  Object create(String type, Object... arguments) {
    return create(type(type), arguments);
  }

  static Object create(Class<?> type, Object... arguments) {
    for (Constructor<?> constructor : type.getConstructors()) {
      if (fits(constructor.getParameterTypes(), arguments)) {
        try {
          return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
          throw new Problem(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("cannot make a " + type, e);
        }
      }
    }
    throw new IllegalStateException("no constructor of " + type + " takes that");
  }

  /**
   * Calls a public method.
   *
   * @param type which has it; the object's own class may be one that is nobody's business
   * @param target null for a static one
   */
  @Nullable Object call(
      String type, @Nullable Object target, String name, @Nullable Object... arguments) {
    Method method = methods.computeIfAbsent(type + "." + name, key -> find(type, name, arguments));
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new Problem(e.getCause() == null ? e : e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + type + "." + name, e);
    }
  }

  private Method find(String type, String name, @Nullable Object... arguments) {
    return Arrays.stream(type(type).getMethods())
        .filter(each -> each.getName().equals(name))
        .filter(each -> fits(each.getParameterTypes(), arguments))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the library lacks " + type + "." + name));
  }

  private static boolean fits(Class<?>[] types, @Nullable Object... arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isPrimitive() && !types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  /** An implementation of an interface of the library. */
  Object implementing(String type, InvocationHandler handler) {
    return Proxy.newProxyInstance(loader, new Class<?>[] {type(type)}, handler);
  }

  /** A resource of the library. */
  byte[] resource(String name) throws IOException {
    try (var in = loader.getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file + " has no address", e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
