package io.github.hldls.cli;

/** The version that the build wrote into the jar. */
final class BuildVersion {
  private BuildVersion() {}

  static String number() {
    String version = BuildVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
