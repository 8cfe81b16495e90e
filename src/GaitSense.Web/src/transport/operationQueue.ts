/** One operation after the other: Bluetooth in a browser refuses a second one that begins while the first is open. */
export class OperationQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs an operation when all before it have ended, however they ended. */
  run<T>(operation: () => Promise<T>): Promise<T> {
    const next = this.last.then(operation, operation);
    this.last = next.catch(() => undefined);
    return next;
  }
}
