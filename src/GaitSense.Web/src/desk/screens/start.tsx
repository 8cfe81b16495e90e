import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../texts/texts';
import type { DayAnswer, Listed, PersonDocument, Preset, Question, Sensor, StartRequest, TestRow } from '../contract';
import { measureText, word } from '../format';
import { Lines, Outcome, Panel, Show, Trouble } from '../parts/data';
import { Check, Field, Form, Radios, Select } from '../parts/controls';
import { Screen } from '../parts/screen';
import { go } from '../route';
import { useLoad, useTask } from '../state/load';
import { keptChoice, keepChoice } from '../state/choices';
import { start } from '../state/walks';
import { nameOf } from './person';

/** Before a walk or a test: the person and the shoes by name, the questions of the day on one screen, then Start. */
export function StartScreen({ person, isTest }: { person: string; isTest: boolean }): JSX.Element {
  const found = useLoad<PersonDocument>(`people/${person}`);
  const sensors = useLoad<Listed<Sensor>>('sensors');
  return <Show of={found}>{p => (sensors.data || sensors.problem ? <Before of={p} sensors={sensors.data?.items ?? []} isTest={isTest} /> : <p role="status">{t('desk.loading')}</p>)}</Show>;
}

const listed = <T,>(of: Listed<T> | T[] | null): T[] => (of === null ? [] : Array.isArray(of) ? of : of.items);

function Before({ of: p, sensors, isTest }: { of: PersonDocument; sensors: readonly Sensor[]; isTest: boolean }): JSX.Element {
  const id = p.person.id;
  const source = useSignal<StartRequest['source']>(sensors.length >= 2 ? 'ble' : keptChoice('source') === 'replay' ? 'replay' : 'simulate'), place = useSignal<'clinic' | 'home'>('clinic');
  const answers = useSignal<Record<string, string>>({}), asked = useSignal<readonly Question[]>([]);
  const tests = useLoad<Listed<TestRow> | TestRow[]>(isTest ? 'tests' : null);
  const presets = useLoad<Listed<Preset> | Preset[]>(isTest ? null : 'presets'); // simulated people; who waits for "go" is another
  const test = useSignal(keptChoice('test') ?? 't25fw'), instruction = useSignal(''), definition = useSignal(''), corridor = useSignal('');
  const minutes = useSignal(''), cues = useSignal(true), preset = useSignal(''), sound = useSignal<'desk' | 'none'>('desk'), speed = useSignal('1'), recording = useSignal(''), beside = useSignal<boolean | null>(null), checked = useSignal(false);
  const task = useTask();
  const offered = useSignal(true), free = beside.value ?? !offered.value;
  const testRows = listed(tests.data), chosen = testRows.find(r => r.id === test.value) ?? testRows[0];
  // A test, and a walk beside the plan, are asked about for themselves.
  const of = isTest ? (chosen?.is_backward ? 'backward' : 'comfortable_walk') : free ? 'comfortable_walk' : '';
  const given = Object.entries(answers.value).map(([q, a]) => `${q}:${a}`).join(',');
  const dayAnswer = useLoad<DayAnswer>(`people/${id}/today?place=${place.value}${of === '' ? '' : `&task=${of}`}${given === '' ? '' : `&answers=${encodeURIComponent(given)}`}`);
  useEffect(() => {
    const d = dayAnswer.data;
    if (!d) return;
    // Answered questions are asked no more, and stay on the screen all the same.
    asked.value = [...asked.value, ...d.questions.filter(q => asked.value.every(a => a.id !== q.id))];
    if (of === '' && d.may_walk) offered.value = d.offer !== undefined;
  }, [dayAnswer.data]);
  const answer = (question: string, said: string): void => {
    const first = asked.value.findIndex(q => q.id === question), changes = answers.value[question] !== undefined;
    // What came after an answer that is changed is asked again, if it is asked at all.
    if (changes) asked.value = asked.value.slice(0, first + 1);
    answers.value = { ...Object.fromEntries(Object.entries(answers.value).filter(([q]) => asked.value.some(a => a.id === q))), [question]: said };
  };

  const begin = async (): Promise<void> => {
    const request: StartRequest = {
      person: id,
      source: source.value,
      place: place.value,
      answers: answers.value,
      ...(source.value === 'simulate' && speed.value === 'max' ? { speed: 'max' as const } : {}),
      ...(source.value === 'simulate' && preset.value !== '' ? { preset: preset.value } : {}),
      ...(source.value === 'replay' ? { recording: recording.value } : {}),
      ...(checked.value ? { checklist_confirmed: true } : {}),
      ...(isTest
        ? { test: { id: chosen?.id ?? test.value, ...(instruction.value === '' ? {} : { instruction: instruction.value }), ...(definition.value === '' ? {} : { definition: definition.value }), ...(corridor.value === '' || chosen?.unit !== 'm' ? {} : { lap_m: Number(corridor.value) }) } }
        : { cues: cues.value, sound: sound.value, free, ...(minutes.value === '' ? {} : { minutes: Number(minutes.value) }) }),
    };
    keepChoice('source', source.value);
    if (isTest) keepChoice('test', chosen?.id ?? test.value);
    go('live', await start(request, p.person.code));
  };

  return (
    <Screen
      title={isTest ? t('desk.start.test', p.person.code) : t('desk.start.walk', p.person.code)}
      sub={`${nameOf(p) || t('desk.name.none')} · ${t('desk.aid')}: ${word(p.person.aid)} · ${t('desk.orthosis')}: ${word(p.person.orthosis)}`}
      trail={[[t('desk.nav.people'), 'people'], [p.person.code, 'people', id]]}
    >
      <Form submit={t('desk.start')} busy={task.busy || (dayAnswer.data === null && dayAnswer.problem === null)} onSend={() => void task.run(begin)}>
        <div class="panels">
          <Panel title={t('desk.questions')}>
            <Questions of={asked.value} answers={answers.value} onAnswer={answer} />
            <div role="status">
              {dayAnswer.data && <DayWords of={dayAnswer.data} />}
            </div>
            <Trouble problem={dayAnswer.problem} />
          </Panel>
          <Panel title={t('desk.shoes')}>
            <Radios
              legend={t('desk.shoes.from')}
              value={source.value}
              onValue={v => (source.value = v as StartRequest['source'])}
              options={[
                { value: 'ble', label: sensors.length > 0 ? t('desk.shoes.ble', sensors.map(s => s.name ?? s.id).join(', ')) : t('desk.shoes.ble.search') },
                { value: 'simulate', label: t('desk.shoes.simulate') },
                { value: 'replay', label: t('desk.shoes.replay') },
              ]}
            />
            {source.value === 'simulate' && <p class="hint">{t('desk.simulated.counts')}</p>}
            {source.value === 'replay' && <Field label={t('desk.shoes.recording')} hint={t('desk.shoes.recording.hint')} value={recording.value} onValue={v => (recording.value = v)} required />}
            {source.value === 'simulate' && !isTest && (
              <>
                <Select label={t('desk.preset')} value={preset.value} options={[{ value: '', label: t('desk.preset.usual') }, ...listed(presets.data).map(x => ({ value: x.name, label: x.name }))]} onValue={v => (preset.value = v)} />
                {preset.value !== '' && <p class="hint">{listed(presets.data).find(x => x.name === preset.value)?.explanation}</p>}
              </>
            )}
            {source.value === 'simulate' && !isTest && <Select label={t('desk.speed')} value={speed.value} options={[{ value: '1', label: t('desk.speed.1') }, { value: 'max', label: t('desk.speed.max') }]} onValue={v => (speed.value = v)} />}
            <Select label={t('desk.place')} value={place.value} options={['clinic', 'home'].map(value => ({ value, label: word(value) }))} onValue={v => (place.value = v as 'clinic' | 'home')} />
          </Panel>
          {isTest ? (
            <Panel title={t('desk.test')}>
              <Select label={t('desk.test')} value={chosen?.id ?? test.value} options={testRows.map(r => ({ value: r.id, label: measureText(r.id, r.name) }))} onValue={v => ([test.value, instruction.value, definition.value] = [v, '', ''])} />
              {chosen && chosen.instructions.length > 1 && <Select label={t('desk.instruction')} value={instruction.value === '' ? chosen.instructions[0]! : instruction.value} options={chosen.instructions.map(value => ({ value, label: word(value) }))} onValue={v => (instruction.value = v)} />}
              {chosen && (chosen.definitions?.length ?? 0) > 1 && <Select label={t('desk.definition')} value={definition.value === '' ? chosen.definition : definition.value} options={chosen.definitions!.map(d => ({ value: d.id, label: word(d.id) }))} onValue={v => (definition.value = v)} />}
              {chosen?.unit === 'm' && <Field label={t('desk.corridor')} hint={t('desk.corridor.hint')} type="number" min={2} max={100} step="any" value={corridor.value} onValue={v => (corridor.value = v)} />}
              {chosen && <p class="hint">{t('desk.definition.is', word(definition.value || chosen.definition), chosen.unit)}</p>}
              {chosen?.is_backward && <Check label={t('desk.checklist')} value={checked.value} onValue={v => (checked.value = v)} />}
            </Panel>
          ) : (
            <Panel title={t('desk.cues')}>
              <Field label={t('desk.minutes.most')} hint={t('desk.minutes.hint')} type="number" min={0.5} max={60} step="any" value={minutes.value} onValue={v => (minutes.value = v)} />
              <Check label={t('desk.cues.on')} value={cues.value} onValue={v => (cues.value = v)} />
              {cues.value && <Radios legend={t('desk.sound')} value={sound.value} options={[{ value: 'desk', label: t('desk.sound.desk') }, { value: 'none', label: t('desk.sound.none') }]} onValue={v => (sound.value = v as 'desk' | 'none')} />}
              <Check label={t('desk.free')} value={free} onValue={v => (beside.value = v)} />
              <Check label={t('desk.checklist')} value={checked.value} onValue={v => (checked.value = v)} />
            </Panel>
          )}
        </div>
        <p class="lead">{t('desk.start.who', p.person.code, nameOf(p) || t('desk.name.none'), source.value === 'ble' ? (sensors.map(s => s.name ?? s.id).join(', ') || t('desk.shoes.ble.search')) : t(`desk.shoes.${source.value}`))}</p>
      </Form>
      <Outcome of={task} />
    </Screen>
  );
}

/** What the rules say to the answers, reasons first. */
function DayWords({ of: d }: { of: DayAnswer }): JSX.Element {
  const reasons = d.emergency ? d.lines : d.reasons;
  return (
    <>
      {reasons.length > 0 && (
        <div class={d.emergency || !d.may_walk ? 'trouble' : 'strip'}>
          <Lines of={reasons} />
        </div>
      )}
      <Lines of={d.lines.filter(line => !reasons.includes(line))} />
    </>
  );
}

/** The questions of the day, all on one screen; what is not answered was not said. */
function Questions({ of, answers, onAnswer }: { of: readonly Question[]; answers: Record<string, string>; onAnswer: (question: string, answer: string) => void }): JSX.Element {
  if (of.length === 0) return <p class="empty">{t('desk.questions.none')}</p>;
  return (
    <>
      {of.map(q => (
        <Radios
          key={q.id}
          legend={q.text}
          value={answers[q.id] ?? ''}
          onValue={a => onAnswer(q.id, a)}
          options={[{ value: 'no', label: q.id === 'news' ? t('desk.answer.no-news') : t('desk.no') }, { value: 'yes', label: t('desk.yes') }, ...(q.skippable === false ? [] : [{ value: 'skip', label: t('desk.not-said') }])]}
        />
      ))}
    </>
  );
}
