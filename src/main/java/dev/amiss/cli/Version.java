package dev.amiss.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Amiss's own version, from the manifest of its jar. */
final class Version implements IVersionProvider {

  /** What classes that were not packaged go by. */
  private static final String UNPACKAGED = "development";

  static String number() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse(UNPACKAGED);
  }

  @Override
  public String[] getVersion() {
    return new String[] {"amiss " + number()};
  }
}
