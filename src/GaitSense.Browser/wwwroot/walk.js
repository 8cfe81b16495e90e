// The page's side of the worker: calls, and what the worker asks of its page.
export class Walk {
  #worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  #waiting = new Map();
  #last = 0;
  #shoes = null;
  /** Milliseconds that the last finished call took in the worker. */
  ms = 0;
  /** Resolved when calls can be made; rejected where the runtime does not start. */
  ready = new Promise((ok, no) => this.#waiting.set(0, [ok, no]));
  /** How the walk is, as last told. */
  state = null;
  /** Why the walk cannot go on; null: it can. */
  fault = null;
  /** What was to be heard, in the order of deciding, each with when it was told, ms. */
  cues = [];

  constructor() {
    this.#worker.onmessage = ({ data }) => {
      if ('ble' in data) this.#shoes.postMessage(data);
      else if ('state' in data) this.state = data.state;
      else if ('cue' in data) this.#hear(data.cue);
      else if ('fault' in data) this.fault = data.fault.stack;
      else if ('silence' in data) this.cues.push({ silence: data.silence.words, told: performance.timeOrigin + performance.now() });
      else this.#answer(data);
    };
    this.#worker.onerror = e => { for (const [, no] of this.#waiting.values()) no(new Error(e.message)); };
  }

  /** Calls one of the worker's functions by its name. */
  call(name, ...args) {
    const id = ++this.#last;
    return new Promise((ok, no) => { this.#waiting.set(id, [ok, no]); this.#worker.postMessage({ id, name, args }); });
  }

  /** Puts simulated shoes on, which walk in real time from the first connection on. */
  async putOnShoes(preset, seed, durationS) {
    const shoes = new Worker(new URL('./shoes.js', import.meta.url), { type: 'module' });
    await new Promise((ok, no) => {
      shoes.onmessage = ({ data }) => {
        if (data.error) no(new Error(data.error)); else if (data.id === 1) ok();
        else shoes.postMessage({ id: 1, call: 'Shoes', args: [preset, seed, null, durationS] });
      };
    });
    // A value's bytes are handed on, not copied.
    shoes.onmessage = ({ data }) => this.#worker.postMessage(data, data.notify ? [data.notify.value.buffer] : []);
    this.#shoes = shoes;
  }

  /** Takes a shoe out of reach for a while. */
  vanish(foot, forS) {
    this.#shoes.postMessage({ call: 'Fault', args: ['die', foot, forS] });
  }

  // This page makes no sound: a cue is as good as heard when it was told in time.
  #hear(cue) {
    const told = performance.timeOrigin + performance.now();
    this.cues.push({ ...cue, told });
    this.#worker.postMessage({ fate: { number: cue.number, fate: told <= cue.at || cue.clip === 'word' ? 'begun' : 'missed', at: told } });
  }

  #answer({ id, value, error, ms }) {
    const [ok, no] = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) { this.ms = ms; ok(value); } else no(new Error(error));
  }
}
