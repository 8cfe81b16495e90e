// Keeps the frames at which something begins and at which it was last heard.
class Recorder extends AudioWorkletProcessor {
  constructor() { super(); this.quiet = 1e9; }
  process([input]) {
    const x = input[0];
    if (!x) { this.quiet += 128; return true; }
    for (let i = 0; i < x.length; i++) {
      if (Math.abs(x[i]) > 0.0005) {
        if (this.quiet > sampleRate * 0.03) this.port.postMessage({ onset: currentFrame + i });
        this.quiet = 0;
      } else if (++this.quiet === 480) this.port.postMessage({ end: currentFrame + i - 480 });
    }
    return true;
  }
}
registerProcessor('recorder', Recorder);
