package io.github.hldls.report;

import java.io.IOException;

/** A format in which a run is told: packs in order, then the end. */
public interface Report {

  void pack(PackReport pack) throws IOException;

  void end(Summary summary) throws IOException;
}
