// What the desk's server says (GaitSense.Clinic, /api/v1 and the hub /live). Names as they are on the wire; times in s, instants as UTC in ISO 8601. What is missing is left out.

export type Role = 'walker' | 'clinician' | 'researcher' | 'admin';
/** Who is signed in; to somebody who is not, `auth/me` answers without a user. */
export interface Me { user: string; roles: Role[] }
export interface Listed<T> { items: T[]; next?: string }

export interface LiveRow { session: string; person: string; code: string; kind: string; since: string; state: string; node?: string }
export interface PersonRow {
  person: string; code: string; name?: string; birth_year?: number; status: string; last_session?: string; live?: string; to_review: number;
  plan?: { template: string; version: number; week: number; from: string; to: string };
}
export interface Today {
  live: LiveRow[];
  to_review: { person: string; code: string; session: string; trial: string; test: string; no: number; reason: string; at: string }[];
  silent: PersonRow[];
  sign_offs_ending: { code: string; person: string; what: string; until: string }[];
}

export interface PersonFields {
  code: string; zone?: string; aid?: string; orthosis?: string; affected_side?: string; leg_length_m?: number; disease_steps?: number;
}
export interface Slot { week: number; per_week: number; task: string; place: string; minutes?: number; lengths?: number; path_m?: number; tempo_percent?: number; minutes_between_rests?: number; rest_minutes?: number; stations?: number }
export interface Plan { id: string; version: number; from: string; to: string; first_week?: number; template: string; by: string; made_at?: string; reason?: string; slots: Slot[] }
export interface MeasureRow { name: string; label: string; direction: string; value?: number; unit: string; at?: string; n?: number; simulated?: boolean }
export interface PersonDocument {
  person: PersonFields & { id: string; status: string };
  identity?: { name?: string; birth_year?: number };
  plans: Plan[];
  sessions: number;
  sign_offs: { what: string; by: string; from: string; until: string }[];
  falls: { local_date: string; injury?: boolean; text?: string }[];
  consents: { what: string; given: string; withdrawn?: string }[];
  notes: { by: string; at: string; text: string }[];
  measures: MeasureRow[];
}
export interface Question { id: string; text: string; skippable?: boolean }
export interface DayAnswer { offer?: unknown; lines: string[]; reasons: string[]; questions: Question[]; may_walk: boolean; emergency?: boolean }
export interface SessionRow {
  id: string; kind: string; start: string; minutes?: number; steps?: number; place: string; source: string; status: string; stop_reason?: string; trials: number; to_review: number; recording: boolean;
}
export interface Imported { session: SessionRow; is_new: boolean; warnings: string[] }
export interface Programme { template: string; title: string; weeks: number }
export interface TestRow { id: string; name: string; unit: string; is_backward: boolean; length_m?: number; instructions: string[]; definition: string; definitions?: { id: string; words: string }[]; script: Record<string, string[]> }
export interface Preset { name: string; explanation: string }
export interface Sensor { id: string; name?: string; model?: string; foot?: string; battery_percent?: number; seen?: string }

export interface FeetTime { start_s: number; end_s: number; crosses?: string; share?: number; time_s?: number }
export interface Trial {
  id: string; test: string; no: number; instruction: string; practice?: boolean; go_s?: number; watch_s?: number; feet?: FeetTime[]; distance_m?: number; parts?: { name: string; value: number; unit: string }[];
  official?: number; definition?: string; validity: 'valid' | 'attention' | 'invalid'; reason?: string;
}
export interface Measure { name: string; side?: string; direction: string; value?: number; low95?: number; high95?: number; n: number; unit: string; withheld?: string }
export interface SessionDocument {
  id: string; person: string; code: string; kind: string; task: string; start: string; end?: string; place: string; source: string; status: string; stop_reason?: string; software?: string;
  trials?: Trial[]; measures?: Measure[]; self_reports?: { when: string; of: string; value?: number }[]; released?: { by: string; at: string; hash: string }; warnings?: string[]; recording_hash?: string;
}

export interface Verdict {
  kind: string; words: string; meaning?: string; change?: number; baseline?: { n: number; mean: number; sd: number; from: string; to: string }; notes?: string[];
  limit?: { up: number; down: number; up_source: string; down_source: string }; meaningful?: { source: string }[];
}
export interface ProgressSeries {
  series: { key: { direction: string; definition?: string; instruction?: string; aid?: string; orthosis?: string }; unit: string; values: { day: string; value: number; of?: number }[]; left_out?: string[] };
  verdict?: Verdict; no_verdict?: string; others?: { series: { values: unknown[] }; differences: string[] }[];
}
export interface Quantity { name: string; title: string; unit: string; decimals: number }
export interface Progress {
  person: string; day: string; rules: string; purpose: string; simulated?: boolean;
  rows: { forward?: ProgressSeries; backward?: ProgressSeries; quantity: Quantity; backward_quantity?: Quantity; both_shown?: boolean }[];
}
export interface Proposal { proposal?: { kind: string; steps: { task: string; variable: string; before: number; after: number }[]; from: string; reason: string }; reasons: string[] }

export interface FootView { phase: 'stance' | 'swing' | 'unknown'; rate_hz?: number; lost_percent?: number; battery_percent?: number; link: string; last_stride_m?: number }
export interface Snapshot {
  session: string; person: string; code: string; kind: string; time_s: number; backward: boolean; is_walking: boolean; cadence_spm?: number; speed_mps?: number; step_time_asymmetry_percent?: number; direction: string;
  steps: number; strides: number; walked_s: number; minutes_left?: number; feet: { left: FootView; right: FootView }; cues?: { state: string; silence?: string; tempo_spm?: number }; warnings: string[]; simulated: boolean;
  state?: string;
}
export interface Step { session: string; foot: 'left' | 'right'; time_s: number; step_time_s?: number; direction: string }
export interface Cue { session: string; time_s: number; kind: string; text?: string }
export interface Notice { session: string; kind: string; text: string; at_s: number }
/** `preselected`: official where nothing else is chosen; `candidate`: which of the feet's times it is, what may be chosen. */
export interface Candidate { value: number; source: string; definition: string; preselected: boolean; why: string; candidate?: number; start_s?: number; end_s?: number }
export type TestState = 'setup' | 'ready' | 'armed' | 'running' | 'ended' | 'reviewed' | 'over';
export interface TestView {
  session: string; test: string; name: string; state: TestState; no: number; of: number; is_practice: boolean; watch_s?: number; go_s?: number; stop_s?: number; line: string; script: string[];
  candidates: Candidate[]; reasons: string[]; flags: string[]; trials: Trial[]; result?: number; unit: string; definition: string;
  settled?: boolean; result_by_feet?: number; definition_words?: string; instruction?: string;
}
export interface Ended { session: string; status: string; lines: string[] }
export interface Started { session: string; stop_token?: string }

/** What a walk or a test is started with. */
export interface StartRequest {
  person: string; source: 'simulate' | 'replay' | 'ble'; place: 'clinic' | 'home'; preset?: string; seed?: number; speed?: 1 | 'max'; answers?: Record<string, string>; free?: boolean; minutes?: number; cues?: boolean;
  sound?: 'desk' | 'none'; checklist_confirmed?: boolean; recording?: string; test?: { id: string; instruction?: string; definition?: string; lap_m?: number };
}

/** Under which rules verdicts apply, as an administrator stated it. */
export interface Statement { regime: string; reference: string; by: string; at: string }
export interface ExportPlan { lines: string[]; leaving?: string[]; staying?: { code: string; why: string }[] }
export interface Account { user: string; roles: Role[]; people: string[] }
/** A passkey of the account that is signed in. */
export interface Passkey { id: string; made: string }
export interface AuditRow { seq: number; at: string; account: string; verb: string; person?: string; what?: string; hash: string }
