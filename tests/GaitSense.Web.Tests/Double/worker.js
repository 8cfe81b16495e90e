// Stands for the walk's worker in tests of screens and of sound: says what a test has it say, and keeps what it hears.
const german = { sentence: 'Heute: ein Gang in Ihrem Tempo, 10 Minuten.', news: 'Ist seit dem letzten Mal etwas neu?', usual: 'Nein, wie sonst', yes: 'Ja', no: 'Nein', backward: 'Gehen Sie 6 Mal rückwärts. Der Weg ist 4 Meter lang.', plan: 'Acht Wochen rückwärts gehen. Das geht bis zum 10.1.2027.', unmet: 'Auf der Liste fehlt ein Punkt. Gehen Sie also nicht rückwärts.',
  points: ['Ist der Weg hinter Ihnen 4 Meter lang frei? Liegt dort kein Teppich?', 'Ist ein Griff oder ein Mensch in Reichweite?', 'Tragen Sie feste, geschlossene Schuhe?', 'Ist ein Ohr frei, oder kommt der Ton aus der Box?'], week: 'Sie gingen diese Woche 24 Minuten.' };
const english = { sentence: 'Today: a walk at your own pace, 10 minutes.', news: 'Is anything new since last time?', usual: 'No, as usual', yes: 'Yes', no: 'No', backward: 'Walk backward 6 times. The path is 4 metres long.', plan: 'Walking backward, eight weeks. It goes until 10 January 2027.', unmet: 'Not all points of the list are met. So do not walk backward.',
  points: ['Is the path behind you clear for 4 metres? Is there no rug on it?', 'Is a rail or a person in reach?', 'Do you wear closed shoes?', 'Is one ear free, or does a loudspeaker play?'], week: 'You walked 24 minutes this week.' };
const points = ['path', 'support', 'shoes', 'ear'];
const shoe = { state: 'streaming', words: '', battery: 80, rssi: -60 };
let kept = '', state = null;
globalThis.heard = [];
globalThis.say = message => postMessage(message);
globalThis.walking = part => {
  state = { shoes: { left: shoe, right: shoe }, phase: 'walking', walkedS: 83, leftS: 517, lengthsLeft: null, steps: 140, cadence: 104, direction: 'forward', restDue: false, done: false, cues: { state: 'on', why: null, words: '' }, storage: { bytes: 1000, problem: null }, packets: 9000, slowestMs: 2, ...part };
  postMessage({ state });
};
const tone = hz => Float32Array.from({ length: 14400 }, (_, i) => 0.25 * Math.min(1, i / 10) * Math.max(0, 1 - i / 14400) * Math.cos((2 * Math.PI * hz * i) / 48000));
const calls = {
  TakePlan: (text, file, now, zone, language) => {
    const say = language === 'de' ? german : english;
    return JSON.stringify(file === 'a plan' ? { plans: [file], sentence: say.plan } : { plans: null, sentence: language === 'de' ? 'In dieser Datei ist kein Plan.' : 'This file is not a plan from your team.' });
  },
  Kept: () => kept,
  Keep: text => { kept = text; },
  WarmUp: () => undefined,
  Ahead: (text, now, zone, language, inDays) => globalThis.ahead?.(inDays) ?? 'null',
  Home: (text, now, zone, language) => {
    const say = language === 'de' ? german : english, { checks = [] } = text ? JSON.parse(text) : {}, last = checks.at(-1), answers = last && now - last.atMs < 7200000 ? last.answers : {};
    // With a plan from a file the walk goes backward, behind its list.
    const backward = text !== '' && (JSON.parse(text).plans ?? []).length > 0, isUnmet = points.some(p => answers[p] === 'no');
    const news = 'news' in answers ? [] : [{ id: 'news', text: say.news, answers: [{ value: 'no', text: say.usual }, { value: 'yes', text: say.yes }], skippable: true }];
    const list = backward ? points.filter(p => !(p in answers)).map(id => ({ id, text: say.points[points.indexOf(id)], answers: [{ value: 'no', text: say.no }, { value: 'yes', text: say.yes }], skippable: false })) : [];
    const questions = [...news, ...list];
    const refused = answers.news === 'yes';
    return JSON.stringify({
      sentence: refused ? (language === 'de' ? 'Gehen Sie nicht los. Rufen Sie jetzt 112 an.' : 'Do not walk. Call 112 now.') : backward && !isUnmet ? say.backward : say.sentence, isEmergency: refused,
      offer: refused ? null : backward && !isUnmet ? { task: 'backward', minutes: null, restAfter: null, rest: null, lengths: 6, pathM: 4, slot: 'slot', plan: '{}' } : { task: 'comfortable-walk', minutes: 10, restAfter: 2, rest: 2, lengths: null, pathM: null, slot: null, plan: '{}' }, reasons: [], changes: backward && isUnmet ? [say.unmet] : [], askedEachTime: points, plan: backward ? say.plan : null, questions,
      weeks: [['2026-11-02', 12, 2], ['2026-11-09', 20, 3], ['2026-11-16', 0, 0], ['2026-11-23', 24, 4]].map(([weekOf, minutes, walks]) => ({ weekOf, minutes, walks, sentence: say.week })),
    });
  },
  Clips: () => postMessage({ clips: [['left', 523], ['right', 785], ['good', 1046], ['left-test', 523], ['right-test', 785]].map(([name, hz]) => ({ name, rateHz: 48000, samples: tone(hz) })) }),
  Connect: () => undefined,
  Disconnect: () => undefined,
  Begin: () => globalThis.walking({}),
  Ask: () => undefined,
  Progress: () => 'null',
  End: () => globalThis.end?.() ?? JSON.stringify({ walkedS: 480, steps: 640, strides: 318, backwardM: null, lengths: null, samples: 100000, storageProblem: null }),
  Taps: () => [0.1, 0.02, 30, 1],
  Way: () => globalThis.way ?? [],
  WayAllowsBackward: () => globalThis.isLate !== true,
};
onmessage = async ({ data }) => {
  globalThis.heard.push({ ...data, heardAt: performance.timeOrigin + performance.now() });
  if (data.name === undefined) return;
  try { postMessage({ id: data.id, value: await calls[data.name](...data.args), ms: 0 }); } catch (e) { postMessage({ id: data.id, error: String(e) }); }
};
postMessage({ id: 0 });
