import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { post } from '../api';
import { useTask } from '../state/load';
import { Outcome, Panel } from './data';
import { Form, Radios } from './controls';

const faces = [1, 2, 3, 4, 5];

/** What the person says of tiredness and pain, in five steps; what is not answered was not said. */
export function SelfReports({ session, when }: { session: string; when: 'before' | 'after' }): JSX.Element {
  const fatigue = useSignal(''), pain = useSignal('');
  const task = useTask();
  const send = async (): Promise<string> => {
    for (const [of, value] of [['fatigue', fatigue.value], ['pain', pain.value]] as const) await post(`sessions/${session}/reports`, { when, of, ...(value === '' ? {} : { value: Number(value) }) });
    return t('desk.saved');
  };
  return (
    <Panel title={t('desk.said')}>
      <Form submit={t('desk.save')} main={false} busy={task.busy} onSend={() => void task.run(send)}>
        <Radios legend={t('desk.said.fatigue')} value={fatigue.value} onValue={v => (fatigue.value = v)} options={faces.map(n => ({ value: String(n), label: t(`desk.face.fatigue.${n}`) }))} />
        <Radios legend={t('desk.said.pain')} value={pain.value} onValue={v => (pain.value = v)} options={faces.map(n => ({ value: String(n), label: t(`desk.face.pain.${n}`) }))} />
      </Form>
      <Outcome of={task} />
    </Panel>
  );
}
