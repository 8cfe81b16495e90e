import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { send } from '../api';
import type { Imported } from '../contract';
import { instant } from '../format';
import { Lines, Outcome } from '../parts/data';
import { FileField, Form, Select } from '../parts/controls';
import { link } from '../route';
import { useTask } from '../state/load';
import { options } from './people';

const tasks = ['comfortable_walk', 'backward', 'task_circuit', 'dual_task'];

/** A walk that was recorded elsewhere, as a file: what a phone saved says itself what it was. */
export function ImportWalk({ person, again }: { person: string; again: () => void }): JSX.Element {
  const file = useSignal<File | null>(null), task = useSignal('comfortable_walk'), place = useSignal('home'), taken = useSignal<Imported | null>(null);
  const work = useTask();
  const take = async (): Promise<string> => {
    taken.value = null;
    taken.value = await send<Imported>(`people/${person}/recordings?task=${task.value}&place=${place.value}`, file.value!);
    again();
    return t(taken.value.is_new ? 'desk.import.done' : 'desk.import.known');
  };
  return (
    <details>
      <summary>{t('desk.import')}</summary>
      <Form submit={t('desk.import.submit')} main={false} busy={work.busy} onSend={() => void work.run(take)}>
        <FileField label={t('desk.import.file')} hint={t('desk.import.hint')} accept=".zip,.gait" onFile={f => (file.value = f)} />
        <Select label={t('desk.import.task')} value={task.value} options={options(tasks)} onValue={v => (task.value = v)} />
        <Select label={t('desk.import.place')} value={place.value} options={options(['home', 'clinic'])} onValue={v => (place.value = v)} />
      </Form>
      <Outcome of={work} />
      {taken.value && (
        <>
          <p>
            <a href={link('sessions', taken.value.session.id)}>{instant(taken.value.session.start)}</a>
          </p>
          <Lines of={taken.value.warnings} />
        </>
      )}
    </details>
  );
}
