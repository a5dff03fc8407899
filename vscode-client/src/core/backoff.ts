/** How long to wait before each restart, in milliseconds. */
const DELAYS = [200, 1_000, 3_000, 8_000];

/** A server that ran this long is taken to be well again. */
const WELL_AFTER = 180_000;

/** Decides whether a server that has ended is started again. */
export class Backoff {
  private failures: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Milliseconds to wait before the next start, or undefined to give up. */
  next(): number | undefined {
    const now = this.now();
    this.failures = this.failures.filter((time) => now - time < WELL_AFTER);
    const delay = DELAYS[this.failures.length];
    this.failures.push(now);
    return delay;
  }

  /** Forgets what was: the user starts anew. */
  reset(): void {
    this.failures = [];
  }
}
