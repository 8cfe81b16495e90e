import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { download, get } from '../api';
import type { ExportPlan, Listed, PersonRow } from '../contract';
import { Lines, Outcome, Panel } from '../parts/data';
import { Button, Field, Form, Radios, Select } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useLoad, useTask } from '../state/load';
import { has } from '../state/me';

const formats = ['csv', 'parquet', 'bids', 'fhir'];

/** What would leave, who stays and why; it leaves only after a second press. */
export function ExportScreen(): JSX.Element {
  const people = useLoad<Listed<PersonRow>>(has('clinician') ? 'people?limit=500' : null);
  const format = useSignal('csv'), person = useSignal(''), purpose = useSignal(has('clinician') ? 'care' : 'research'), study = useSignal(''), plan = useSignal<ExportPlan | null>(null);
  const looking = useTask(), leaving = useTask();
  const query = `exports/${format.value}?for=${purpose.value}${person.value === '' ? '' : `&person=${person.value}`}${purpose.value === 'research' && study.value.trim() !== '' ? `&study=${encodeURIComponent(study.value.trim())}` : ''}`;
  const changed = <T,>(set: (value: T) => void) => (value: T): void => {
    plan.value = null;
    set(value);
  };
  return (
    <Screen title={t('desk.nav.export')} sub={t('desk.export.text')}>
      <div class="narrow">
        <Form submit={t('desk.export.look')} busy={looking.busy} onSend={() => void looking.run(async () => void (plan.value = await get<ExportPlan>(query)))}>
          <Radios legend={t('desk.export.format')} value={format.value} options={formats.map(value => ({ value, label: t(`desk.export.${value}`) }))} onValue={changed(v => (format.value = v))} />
          <Radios legend={t('desk.export.for')} value={purpose.value} options={[...(has('clinician') ? [{ value: 'care', label: t('desk.export.care') }] : []), { value: 'research', label: t('desk.export.research') }]} onValue={changed(v => (purpose.value = v))} />
          {purpose.value === 'research' && <Field label={t('desk.export.study')} hint={t('desk.export.study.hint')} value={study.value} onValue={changed(v => (study.value = v))} autoComplete="off" maxLength={60} />}
          {has('clinician') && <Select label={t('desk.export.who')} value={person.value} options={[{ value: '', label: t('desk.all') }, ...(people.data?.items ?? []).map(p => ({ value: p.person, label: p.code }))]} onValue={changed(v => (person.value = v))} />}
        </Form>
        <Outcome of={looking} />
      </div>
      {plan.value && (
        <Panel title={t('desk.export.plan')}>
          <div role="status">
            <Lines of={plan.value.lines} />
          </div>
          <Button label={t('desk.export.go')} kind="main" disabled={leaving.busy} onPress={() => void leaving.run(() => download(query, { confirm: true }, `gaitsense-${format.value}.zip`).then(() => t('desk.export.done')))} />
          <Outcome of={leaving} />
        </Panel>
      )}
    </Screen>
  );
}
