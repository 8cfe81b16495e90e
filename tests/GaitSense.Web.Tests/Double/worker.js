// Stands for the walk's worker in tests of screens and of sound: says what a test has it say, and keeps what it hears.
const german = { sentence: 'Heute: ein Gang in Ihrem Tempo, 10 Minuten.', news: 'Ist seit dem letzten Mal etwas neu?', usual: 'Nein, wie sonst', yes: 'Ja', week: 'Sie gingen diese Woche 24 Minuten.' };
const english = { sentence: 'Today: a walk at your own pace, 10 minutes.', news: 'Is anything new since last time?', usual: 'No, as usual', yes: 'Yes', week: 'You walked 24 minutes this week.' };
const shoe = { state: 'streaming', words: '', battery: 80, rssi: -60 };
let kept = '', state = null;
globalThis.heard = [];
globalThis.say = message => postMessage(message);
globalThis.walking = part => {
  state = { shoes: { left: shoe, right: shoe }, phase: 'walking', walkedS: 83, leftS: 517, steps: 140, cadence: 104, direction: 'forward', restDue: false, done: false, cues: { state: 'on', why: null, words: '' }, storage: { bytes: 1000, problem: null }, packets: 9000, slowestMs: 2, ...part };
  postMessage({ state });
};
const tone = hz => Float32Array.from({ length: 14400 }, (_, i) => 0.25 * Math.min(1, i / 10) * Math.max(0, 1 - i / 14400) * Math.cos((2 * Math.PI * hz * i) / 48000));
const calls = {
  Texts: () => '{}',
  Kept: () => kept,
  Keep: text => { kept = text; },
  WarmUp: () => undefined,
  Home: (text, now, zone, language) => {
    const say = language === 'de' ? german : english, { checks = [] } = text ? JSON.parse(text) : {}, answers = checks.at(-1)?.answers ?? {};
    const questions = 'news' in answers ? [] : [{ id: 'news', text: say.news, answers: [{ value: 'no', text: say.usual }, { value: 'yes', text: say.yes }], skippable: true }];
    const refused = answers.news === 'yes';
    return JSON.stringify({
      sentence: refused ? (language === 'de' ? 'Gehen Sie nicht los. Rufen Sie jetzt 112 an.' : 'Do not walk. Call 112 now.') : say.sentence, isEmergency: refused, offer: refused ? null : { task: 'comfortable-walk', minutes: 10, restAfter: 2, rest: 2, lengths: null, pathM: null, plan: '{}' }, reasons: [], questions,
      weeks: [['2026-11-02', 12, 2], ['2026-11-09', 20, 3], ['2026-11-16', 0, 0], ['2026-11-23', 24, 4]].map(([weekOf, minutes, walks]) => ({ weekOf, minutes, walks, sentence: say.week })),
    });
  },
  Clips: () => postMessage({ clips: [['left', 523], ['right', 785], ['good', 1046], ['left-test', 523], ['right-test', 785]].map(([name, hz]) => ({ name, rateHz: 48000, samples: tone(hz) })) }),
  Connect: () => undefined,
  Disconnect: () => undefined,
  Begin: () => globalThis.walking({}),
  Ask: () => undefined,
  End: () => JSON.stringify({ walkedS: 480, steps: 640, strides: 318, backwardM: null, samples: 100000, storageProblem: null }),
  Taps: () => [0.1, 0.02, 30, 1],
  Way: () => [100, 1],
};
onmessage = ({ data }) => {
  globalThis.heard.push({ ...data, heardAt: performance.timeOrigin + performance.now() });
  if (data.name === undefined) return;
  try { postMessage({ id: data.id, value: calls[data.name](...data.args), ms: 0 }); } catch (e) { postMessage({ id: data.id, error: String(e) }); }
};
postMessage({ id: 0 });
