import type { JSX } from 'preact';
import { t } from '../../texts/texts';
import type { Plan, Slot } from '../contract';
import { day, isoDay, number, word } from '../format';

const dayMs = 86_400_000;

/** The plan that counts on a day: the newest version that has begun, or the next one that will. */
export function planOn(plans: readonly Plan[], today: string): Plan | undefined {
  const newest = [...plans].sort((a, b) => b.version - a.version);
  return newest.find(p => p.from <= today && p.to >= today) ?? newest[0];
}

/** The week of a plan on a day, as its slots count. */
export function weekOf(plan: Plan, today: string): number {
  const days = Math.floor((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${plan.from}T00:00:00Z`)) / dayMs);
  return (plan.first_week ?? 1) + Math.floor(days / 7);
}

/** What one part of a week asks for. */
export function doseText(slot: Slot): string {
  const dose = slot.lengths !== undefined ? t('desk.plan.lengths', slot.lengths, slot.path_m ?? 4) : slot.minutes !== undefined ? t('desk.plan.minutes', number(slot.minutes, Number.isInteger(slot.minutes) ? 0 : 1)) : '';
  const tempo = slot.tempo_percent ? t('desk.plan.tempo', slot.tempo_percent) : '';
  const rests = slot.minutes_between_rests !== undefined && slot.rest_minutes !== undefined ? t('desk.plan.rests', slot.rest_minutes, slot.minutes_between_rests) : '';
  return [t('desk.plan.times', slot.per_week, word(slot.task), word(slot.place)), dose, tempo, rests].filter(s => s !== '').join(', ');
}

/** The weeks of the plan side by side, this week marked. */
export function PlanStrip({ plans }: { plans: readonly Plan[] }): JSX.Element {
  const today = isoDay(new Date()), plan = planOn(plans, today);
  if (!plan) return <p class="empty">{t('desk.plan.none')}</p>;
  const now = weekOf(plan, today), weeks = [...new Set(plan.slots.map(s => s.week))].sort((a, b) => a - b);
  return (
    <>
      <p class="sub">{t('desk.plan.version', word(plan.template), plan.version, day(plan.from), day(plan.to))}</p>
      <ol class="weeks" aria-label={t('desk.plan.weeks')} tabIndex={0}>
        {weeks.map(week => (
          <li key={week} {...(week === now ? { 'aria-current': 'step' as const } : {})}>
            <h3>
              {t('desk.plan.week', week)}
              {week === now && <span class="tag">{t('desk.plan.now')}</span>}
            </h3>
            {plan.slots
              .filter(s => s.week === week)
              .map((s, i) => (
                <p key={i}>{doseText(s)}</p>
              ))}
          </li>
        ))}
      </ol>
    </>
  );
}
