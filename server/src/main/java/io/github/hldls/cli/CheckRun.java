package io.github.hldls.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks packs on several threads and hands out their reports in order. At most a few packs are in
 * memory at a time, however many there are.
 */
final class CheckRun implements Iterator<PackWork.Checked>, AutoCloseable {
  private final PackWork work;
  private final Iterator<PackSource> packs;
  private final ExecutorService workers;
  private final int ahead;
  private final Queue<Future<PackWork.Checked>> running = new ArrayDeque<>();

  CheckRun(PackWork work, List<PackSource> packs, int jobs) {
    this.work = work;
    this.packs = packs.iterator();
    this.workers = Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, packs.size())));
    this.ahead = jobs * 3;
  }

  @Override
  public boolean hasNext() {
    return !running.isEmpty() || packs.hasNext();
  }

  @Override
  public PackWork.Checked next() {
    while (running.size() < ahead && packs.hasNext()) {
      PackSource pack = packs.next();
      running.add(workers.submit(() -> work.check(pack)));
    }
    Future<PackWork.Checked> first = running.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    try {
      return first.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UsageException usage) {
        throw usage;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
