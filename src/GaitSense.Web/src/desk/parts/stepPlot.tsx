import type { JSX } from 'preact';
import type uPlot from 'uplot';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../texts/texts';
import type { Step } from '../contract';
import { shownS, type WatchedWalk } from '../live';

const heightPx = 220, redrawMs = 200;

/** Times and step times of both feet on one axis, as the plot wants them: a foot that did not step at a time has null. */
export function columnsOf(steps: readonly Step[]): [number[], (number | null)[], (number | null)[]] {
  const timed = steps.filter(s => s.step_time_s !== undefined).sort((a, b) => a.time_s - b.time_s);
  return [timed.map(s => s.time_s), timed.map(s => (s.foot === 'left' ? s.step_time_s! : null)), timed.map(s => (s.foot === 'right' ? s.step_time_s! : null))];
}

/** Step times of both feet over the last minute. The table below says the same. */
export function StepPlot({ walk }: { walk: WatchedWalk }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let plot: uPlot | null = null, gone = false;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const make = async (): Promise<void> => {
      const [{ default: Plot }] = await Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css')]);
      if (gone || !box.current) return;
      plot?.destroy();
      const style = getComputedStyle(document.documentElement), colour = (name: string): string => style.getPropertyValue(name).trim();
      const axis = { stroke: colour('--ink'), grid: { stroke: colour('--rule'), width: 1 }, ticks: { stroke: colour('--rule'), width: 1 } };
      const foot = (label: string, name: string, dash: number[]): uPlot.Series => ({ label, stroke: colour(name), width: 2, dash, spanGaps: true, points: { show: true, size: 7, fill: colour(name) } });
      plot = new Plot(
        {
          width: box.current.clientWidth,
          height: heightPx,
          cursor: { show: false },
          legend: { live: false },
          scales: { x: { time: false, range: (_u, _min, max) => [Math.max(0, (max ?? shownS) - shownS), Math.max(shownS, max ?? 0)] }, y: { range: (_u, min, max) => [Math.min(0.3, min ?? 1) , Math.max(1, (max ?? 0) * 1.1)] } },
          axes: [{ ...axis, label: t('desk.live.axis-time') }, { ...axis, label: t('desk.live.step-time') }],
          series: [{}, foot(t('desk.left'), '--left', []), foot(t('desk.right'), '--right', [6, 4])],
        },
        columnsOf(walk.steps),
        box.current,
      );
    };
    const again = (): void => void make();
    again();
    const size = new ResizeObserver(() => plot?.setSize({ width: box.current?.clientWidth ?? 300, height: heightPx }));
    if (box.current) size.observe(box.current);
    dark.addEventListener('change', again);
    let seen = -1;
    const timer = setInterval(() => {
      if (!plot || seen === walk.stepped.peek()) return;
      seen = walk.stepped.peek();
      plot.setData(columnsOf(walk.steps));
    }, redrawMs);
    return () => {
      gone = true;
      clearInterval(timer);
      size.disconnect();
      dark.removeEventListener('change', again);
      plot?.destroy();
    };
  }, [walk]);
  return <div class="plot" ref={box} role="img" aria-label={t('desk.live.steps.chart')} />;
}
