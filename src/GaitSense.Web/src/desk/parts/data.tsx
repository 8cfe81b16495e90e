import type { ComponentChildren, JSX } from 'preact';
import { t } from '../../texts/texts';
import type { Problem } from '../api';
import type { Loaded, Task } from '../state/load';

export interface Column { head: string; number?: boolean }

// On a narrow screen more columns than this stand below each other, each with its head.
const mostBeside = 4;

/** A table with a caption; on a narrow screen each row of a wide one becomes a block, and others scroll in themselves. The first column names the row. Roles are said: a block of CSS would take them away. */
export function Table({ caption, columns, rows, empty }: { caption: string; columns: readonly Column[]; rows: readonly (readonly ComponentChildren[])[]; empty?: string }): JSX.Element {
  if (rows.length === 0) return <p class="empty">{empty ?? t('desk.none')}</p>;
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table role="table" class={columns.length > mostBeside ? 'stack' : ''}>
        <caption class="hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((c, i) => (
              <th key={i} scope="col" role="columnheader" class={c.number ? 'n' : ''}>
                {c.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, i) => (
            <tr key={i} role="row">
              {row.map((cell, j) => (j === 0 ? <th key={j} scope="row" role="rowheader">{cell}</th> : <td key={j} role="cell" class={columns[j]?.number ? 'n' : ''} data-head={columns[j]?.head}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Names and values, one beside the other. */
export function Facts({ of }: { of: readonly (readonly [string, ComponentChildren])[] }): JSX.Element {
  return (
    <dl class="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Lines({ of }: { of: readonly string[] }): JSX.Element | null {
  return of.length === 0 ? null : <ul class="lines">{of.map((line, i) => <li key={i}>{line}</li>)}</ul>;
}

export function Trouble({ problem }: { problem: Problem | null }): JSX.Element | null {
  if (!problem) return null;
  return (
    <div role="alert" class="trouble">
      <p>{problem.message}</p>
      {problem.detail !== '' && problem.detail !== problem.message && <p>{problem.detail}</p>}
      <Lines of={problem.reasons} />
    </div>
  );
}

/** What came of something that was asked for. */
export function Outcome({ of }: { of: Task }): JSX.Element {
  return (
    <>
      <Trouble problem={of.problem} />
      <p role="status" class="said">{of.busy ? t('desk.busy') : of.done}</p>
    </>
  );
}

/** What was loaded, or why not. */
export function Show<T>({ of, children }: { of: Loaded<T>; children: (data: T) => ComponentChildren }): JSX.Element {
  if (of.problem) {
    return (
      <>
        <Trouble problem={of.problem} />
        <button type="button" class="button" onClick={of.again}>{t('desk.again')}</button>
      </>
    );
  }
  return of.data === null ? <p class="empty" role="status">{t('desk.loading')}</p> : <>{children(of.data)}</>;
}

export function Panel({ title, children, wide }: { title: string; children: ComponentChildren; wide?: boolean }): JSX.Element {
  return (
    <section class={wide ? 'panel wide' : 'panel'}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
