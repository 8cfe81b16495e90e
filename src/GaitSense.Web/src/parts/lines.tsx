import type { JSX } from 'preact';

/** What a screen says, a paragraph each, large. */
export function Lines({ of }: { of: readonly string[] }): JSX.Element {
  return (
    <>
      {of.map(line => (
        <p class="lead" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}
