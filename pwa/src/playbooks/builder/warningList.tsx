import { Icon } from '@taffrail/ui';
import { builder as words } from '../../words/index.ts';
import css from './builder.module.css';
import type { Warning } from '../draft/warnings.ts';

/** What is seldom meant, in words; it keeps nobody from publishing. What does stands with it. */
export function WarningList({ warnings, error }: { readonly warnings: readonly Warning[]; readonly error?: string | undefined }) {
  return (
    <div aria-live="polite" class={css.warnings}>
      {error !== undefined && (
        <p class={css.error}>
          <Icon name="breach" />
          {error}
        </p>
      )}
      {warnings.map((warning) => (
        <p key={JSON.stringify(warning)} class={css.warning}>
          <Icon name="warning" />
          {sentenceOf(warning)}
        </p>
      ))}
    </div>
  );
}

function sentenceOf(warning: Warning): string {
  const { warnings } = words;
  switch (warning.kind) {
    case 'never_reached':
      return warnings.never_reached(warning.grade);
    case 'same_key':
      return warnings.same_key(warning.label);
    case 'nothing_weighed':
      return warnings.nothing_weighed;
    default:
      return warnings[warning.kind](warning.worse, warning.better);
  }
}
