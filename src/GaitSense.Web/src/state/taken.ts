import { dateMs } from '../walk/clock';
import type { PlanAnswer } from '../walk/contract';
import { language, t } from '../texts/texts';
import { readWalk } from './files';
import { withWalk } from './kept';
import { keep, kept, readFirst } from './keeping';
import { askHome, judge, zone } from './walker';
import { walkPart } from './walkPart';

// No plan is as long; a file that is longer is not read.
const longestPlan = 1_000_000;

/** Takes a walk from a file of another phone. Gives that it is here, or why it is not. */
export async function takeFile(file: File): Promise<string> {
  try {
    const { walk, keep: keepFiles } = await readWalk(file);
    if (kept.value.walks.some(w => w.folder === walk.folder && w.startedMs === walk.startedMs)) return t('page.weeks.known');
    await judge(withWalk(kept.value, walk)); // what the rules cannot read would keep the page from opening ever again
    await keepFiles();
    const isKept = await keep(before => withWalk(before, walk));
    await askHome();
    return t(isKept ? 'page.weeks.imported' : 'page.ble.storage');
  } catch (e) {
    console.error(e);
    return t('page.weeks.not-a-walk');
  }
}

/** Takes a team's plan from a file. Gives what it is and until when, or why it is none; then nothing has changed. */
export async function takePlan(file: File): Promise<string[]> {
  try {
    const text = file.size <= longestPlan ? await file.text() : '';
    await readFirst;
    const answer = await walkPart().worker.json<PlanAnswer>('TakePlan', JSON.stringify(kept.value), text, dateMs(), zone, language.value);
    if (answer.plans === null) return [answer.sentence];
    const { plans } = answer;
    const isKept = await keep(before => ({ ...before, plans }));
    await askHome();
    return [t(isKept ? 'page.plan.taken' : 'page.ble.storage')];
  } catch (e) {
    console.error(e);
    return [t('page.plan.not-a-plan')];
  }
}

/** Walks without a team's plan again; what was walked stays. */
export async function removePlan(): Promise<void> {
  await keep(before => ({ ...before, plans: [] }));
  await askHome();
}
