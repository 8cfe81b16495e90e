// What page and worker say to each other. All `at` are milliseconds of clock.ts.

export type Language = 'en' | 'de';
export type Side = 'left' | 'right';
export type Task = 'comfortable-walk' | 'backward';

/** Requests of a walk: the words of WalkRequests (GaitSense.Walk), as sessions record them. */
export const Requests = { stopCues: 'cues-stop', goOn: 'cues-go', checklist: 'checklist-confirmed' } as const;

/** Names of BleFailure (GaitSense.Devices). */
export type BleFailure =
  | 'Failed' | 'NoAdapter' | 'AdapterOff' | 'AdapterBlocked' | 'PermissionDenied' | 'ServiceAbsent' | 'NotSupported' | 'DeviceNotFound' | 'DeviceBusy'
  | 'ConnectionFailed' | 'ConnectionLost' | 'ServiceMissing' | 'Refused' | 'PairingRequired' | 'Timeout' | 'NoSamples' | 'Closed';

export interface BleRequest {
  id: number;
  op: 'connect' | 'has' | 'subscribe' | 'write' | 'read' | 'disconnect' | 'available';
  device?: string;
  link?: number;
  service?: string;
  characteristic?: string;
  channel?: number;
  value?: Uint8Array;
  withResponse?: boolean;
}
export interface BleAnswer { id: number; value?: unknown; error?: { kind: BleFailure; message: string } }
export interface Notify { link: number; channel: number; value: Uint8Array; at: number }
export interface Gone { link: number; kind: BleFailure; message: string }

export interface Cue { number: number; clip: 'left' | 'right' | 'good' | 'word'; phrase?: string; side: -1 | 0 | 1; gainDb: number; at: number }
export type FateName = 'begun' | 'missed' | 'cancelled' | 'gave_way' | 'crowded';
export interface Fate { number: number; fate: FateName; at: number }
export interface SoundState { latencyS: number; problem: string | null }
export interface ToneClip { name: 'left' | 'right' | 'good' | 'left-test' | 'right-test'; rateHz: number; samples: Float32Array }

export interface ShoeState { state: string; words: string; battery: number | null; rssi: number | null }
export interface WalkState {
  shoes: { left: ShoeState; right: ShoeState };
  phase: 'idle' | 'connecting' | 'ready' | 'walking' | 'ended';
  walkedS: number;
  leftS: number | null;
  /** Lengths of the path still to walk backward; null: the dose is in minutes. */
  lengthsLeft: number | null;
  steps: number;
  cadence: number | null;
  direction: string | null;
  restDue: boolean;
  done: boolean;
  cues: { state: string; why: string | null; words: string };
  storage: { bytes: number; problem: string | null };
  packets: number;
  slowestMs: number;
}

export interface WalkEnd { walkedS: number; steps: number; strides: number; backwardM: number | null; lengths: number | null; samples: number; storageProblem: string | null }

/** What Connect is asked for. */
export interface WalkOptions {
  left: string;
  right: string;
  /** OPFS folder of the session. */
  folder: string;
  plan: string | null;
  checklistConfirmed: boolean;
  latencyS: number;
  minutes: number | null;
  restAfter: number | null;
  rest: number | null;
  lengths: number | null;
  pathM: number | null;
  zone: string;
  /** The shoes are simulated: the session says so, and counts for nobody. */
  simulated: boolean;
  language: Language;
}

export interface Question { id: string; text: string; answers: { value: string; text: string }[]; skippable: boolean }
export interface Offer {
  task: Task;
  minutes: number | null;
  restAfter: number | null;
  rest: number | null;
  lengths: number | null;
  pathM: number | null;
  /** The slot of a team's plan that it is; null: the phone's own plan. */
  slot: string | null;
  /** The cue plan's text, handed on as it is; null: no cues. */
  plan: string | null;
}
export interface Week { weekOf: string; minutes: number; walks: number; sentence: string }
export interface Home {
  sentence: string;
  isEmergency: boolean;
  offer: Offer | null;
  reasons: string[];
  /** Why today's walk is another or less than the plan has; they are among the reasons. */
  changes: string[];
  questions: Question[];
  /** Questions that are put anew before each walk: the checklist of walking backward. */
  askedEachTime: string[];
  /** The team's plan and until when, in words; null: there is none. */
  plan: string | null;
  weeks: Week[];
  unfinished?: { folder: string; startedMs: number; walkedS: number } | null;
}
/** The first page of a day to come, if nothing is walked until then. */
export interface HomeDay { day: string; view: Home }

/** What a file that is said to be a plan is; plans are null where it is none, and nothing changes. */
export interface PlanAnswer { plans: string[] | null; sentence: string }

/** What the worker sends beside the answers of calls. */
export interface FromWorker {
  ble?: BleRequest;
  cue?: Cue;
  silence?: { words: boolean };
  state?: WalkState;
  clips?: ToneClip[];
  fault?: { stack: string };
}
