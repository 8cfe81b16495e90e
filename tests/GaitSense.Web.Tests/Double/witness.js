// Runs in the page before its own script: keeps what page and worker say to each other of cues, how the walk was, and when each sound was given to the context. `planOf` may change a walk's cue plan, `walkOf` what else is asked of it.
globalThis.witness = { cues: [], fates: [], starts: [], states: [], faults: [], state: null };
{
  const now = () => performance.timeOrigin + performance.now(), { postMessage } = Worker.prototype, { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.name === 'Connect') {
      const asked = { ...JSON.parse(message.args[0]), ...globalThis.walkOf?.() };
      if (globalThis.planOf) asked.plan = JSON.stringify(planOf(JSON.parse(asked.plan)));
      message.args[0] = JSON.stringify(asked);
    }
    if (message?.fate) witness.fates.push(message.fate);
    return postMessage.call(this, message, ...rest);
  };
  Object.defineProperty(Worker.prototype, 'onmessage', {
    set(heard) {
      set.call(this, e => {
        const { cue, silence, state, fault } = e.data;
        if (cue) witness.cues.push({ ...cue, told: now(), hidden: document.hidden });
        if (silence) witness.cues.push({ number: -1, told: now(), hidden: document.hidden });
        if (state) {
          const said = { at: now(), cues: state.cues.state, why: state.cues.why, left: state.shoes.left.state, right: state.shoes.right.state }, last = witness.states.at(-1);
          if (!last || ['cues', 'why', 'left', 'right'].some(k => last[k] !== said[k])) witness.states.push(said);
          witness.state = state;
        }
        if (fault) witness.faults.push(fault.stack);
        heard.call(this, e);
      });
    },
  });
  const { start, stop } = AudioBufferSourceNode.prototype, known = new WeakMap();
  AudioBufferSourceNode.prototype.start = function (when, ...rest) {
    // A sound is given to the context within the message of its cue.
    const said = { number: witness.cues.at(-1)?.number ?? -1, when, durationS: this.buffer?.duration ?? 0, stopS: null };
    known.set(this, said);
    witness.starts.push(said);
    return start.call(this, when, ...rest);
  };
  AudioBufferSourceNode.prototype.stop = function (when = 0) {
    const said = known.get(this);
    if (said) said.stopS = when || this.context.currentTime;
    return stop.call(this, when);
  };
}
