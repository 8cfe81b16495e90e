// Runs in the page before its own script: all that goes to the loudspeaker goes to a recorder too.
// Frames at which sounds began and ended; the page's times at which they began, by the stamp of then (a device that runs dry moves the clocks against each other).
globalThis.listened = { onsets: [], onsetsMs: [], ends: [], endsMs: [], context: null };
{
  const connect = AudioNode.prototype.connect, Real = AudioContext;
  globalThis.AudioContext = class extends Real {
    constructor(...args) {
      super(...args);
      listened.context = this;
      listened.ready = this.audioWorklet.addModule(URL.createObjectURL(new Blob([recorder], { type: 'text/javascript' }))).then(() => {
        const node = new AudioWorkletNode(this, 'recorder', { channelCount: 1, channelCountMode: 'explicit', numberOfOutputs: 1 });
        node.port.onmessage = ({ data }) => { if ('onset' in data) { listened.onsets.push(data.onset); listened.onsetsMs.push(pageMsOf(data.onset)); } else { listened.ends.push(data.end); listened.endsMs.push(pageMsOf(data.end)); } };
        connect.call(node, this.destination);
        for (const source of listened.waiting ?? []) connect.call(source, node);
        listened.node = node;
      });
    }
  };
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to === listened.context?.destination) {
      if (listened.node) connect.call(this, listened.node);
      else (listened.waiting ??= []).push(this);
    }
    return connect.call(this, to, ...rest);
  };
  globalThis.pageMsOf = frame => {
    const stamp = listened.context.getOutputTimestamp();
    return performance.timeOrigin + stamp.performanceTime + 1000 * (frame / 48000 - stamp.contextTime);
  };
}
