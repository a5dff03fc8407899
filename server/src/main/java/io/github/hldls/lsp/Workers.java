package io.github.hldls.lsp;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server's threads: one that answers what an editor waits for, in order; one for what takes
 * long; one that keeps time. All are daemons, so that none holds the process.
 */
final class Workers {
  private static final long HEAD_START_MILLIS = 30;
  private static final long PATIENCE_MILLIS = 1000;

  private final ThreadPoolExecutor front = single("hld-requests");
  private final ThreadPoolExecutor back = single("hld-background");
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, task -> daemon(task, "hld-clock"));

  private static ThreadPoolExecutor single(String name) {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(task, name));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  void soon(Runnable task) {
    if (!front.isShutdown()) {
      front.execute(task);
    }
  }

  void aside(Runnable task) {
    if (!back.isShutdown()) {
      back.execute(task);
    }
  }

  /** Whether something waits for the thread for what takes long. */
  boolean isBackAwaited() {
    return !back.getQueue().isEmpty();
  }

  /** Waits until what an editor asks for right after its start has been answered, or a while. */
  void letTheFrontGoFirst() {
    try {
      Thread.sleep(HEAD_START_MILLIS);
      front.submit(() -> {}).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      // Nobody waits for long, whatever happens there.
      return;
    }
  }

  void later(Runnable task, long millis) {
    var unused = clock.schedule(() -> soon(task), millis, TimeUnit.MILLISECONDS);
  }

  void each(Runnable task, long millis) {
    var unused = clock.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop() {
    clock.shutdownNow();
    back.shutdownNow();
    front.shutdownNow();
  }
}
