package io.github.hldls.cli;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long run is; a short one shows nothing. */
final class Progress implements AutoCloseable {
  private static final int LONG_RUN = 50;
  private static final int WIDTH = 80;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static Progress start(int packs, boolean wanted, PrintWriter err) {
    return new Progress(
        wanted && packs >= LONG_RUN ? Optional.of(bar(packs, err)) : Optional.empty());
  }

  private static ProgressBar bar(int packs, PrintWriter err) {
    return new ProgressBarBuilder()
        .setTaskName("Checking")
        .setInitialMax(packs)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new Line(err))
        .build();
  }

  /** One line of standard error that is written over and gone at the end. */
  private record Line(PrintWriter err) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public void accept(String text) {
      err.print("\r" + text);
      err.flush();
    }

    @Override
    public void close() {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
  }

  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
