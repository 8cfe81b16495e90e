import { fromDb, stereoGain, type Ear } from './stereoGain';

/** No sample is ever larger, dB below full scale: as SoundOptions (GaitSense.Feedback). */
export const ceilingDb = -1;

/** The graph behind all voices: a bus for each side, the ears, the volume. */
export class SoundGraph {
  private readonly buses = new Map<number, GainNode>();
  private readonly sides = new Map<number, [GainNode, GainNode]>();
  private readonly master: GainNode;

  constructor(readonly context: BaseAudioContext, ear: Ear, volumeDb: number) {
    this.master = new GainNode(context, { gain: 0 });
    const ears = new ChannelMergerNode(context, { numberOfInputs: 2 });
    ears.connect(this.master).connect(context.destination);
    for (const side of [-1, 0, 1] as const) {
      const bus = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
      const pair: [GainNode, GainNode] = [new GainNode(context), new GainNode(context)];
      pair.forEach((gain, channel) => bus.connect(gain).connect(ears, 0, channel));
      this.buses.set(side, bus);
      this.sides.set(side, pair);
    }
    this.set(ear, volumeDb);
  }

  /** Ears and volume; never above the ceiling. */
  set(ear: Ear, volumeDb: number): void {
    this.master.gain.value = fromDb(ceilingDb + Math.min(0, volumeDb));
    for (const side of [-1, 0, 1] as const) {
      const [left, right] = stereoGain(side, ear);
      const pair = this.sides.get(side)!;
      pair[0].gain.value = left;
      pair[1].gain.value = right;
    }
  }

  bus(side: -1 | 0 | 1): GainNode {
    return this.buses.get(side)!;
  }
}

/** One sound on the way: its source and its own gain, which fades. */
export class SoundNode {
  private readonly source: AudioBufferSourceNode;
  private readonly gain: GainNode;

  constructor(graph: SoundGraph, buffer: AudioBuffer, side: -1 | 0 | 1, gainDb: number, private readonly beginS: number) {
    this.gain = new GainNode(graph.context, { gain: fromDb(Math.min(0, gainDb)) });
    this.source = new AudioBufferSourceNode(graph.context, { buffer });
    this.source.connect(this.gain).connect(graph.bus(side));
    this.source.onended = () => this.gain.disconnect();
    this.source.start(beginS);
  }

  /** Has it not begin at all. */
  takeBack(): void {
    this.source.stop(0);
    this.gain.disconnect();
  }

  /** Ends it with a short fade. */
  fade(atS: number, lengthS: number): void {
    const from = Math.max(atS, this.beginS);
    this.gain.gain.setValueAtTime(this.gain.gain.value, from);
    this.gain.gain.linearRampToValueAtTime(0, from + lengthS);
    this.source.stop(from + lengthS);
  }
}
