// The page's side of the worker.
export class Walk {
  #worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  #waiting = new Map();
  #last = 0;
  /** Milliseconds that the last finished call took in the worker. */
  ms = 0;
  /** Resolved when calls can be made; rejected where the runtime does not start. */
  ready = new Promise((ok, no) => this.#waiting.set(0, [ok, no]));

  constructor() {
    this.#worker.onmessage = ({ data: { id, value, error, ms } }) => {
      const [ok, no] = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) { this.ms = ms; ok(value); } else no(new Error(error));
    };
    this.#worker.onerror = e => { for (const [, no] of this.#waiting.values()) no(new Error(e.message)); };
  }

  /** Calls one of Exports.cs by its name. */
  call(name, ...args) {
    const id = ++this.#last;
    return new Promise((ok, no) => { this.#waiting.set(id, [ok, no]); this.#worker.postMessage({ id, name, args }); });
  }
}
