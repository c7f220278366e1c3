import { USUAL_RATING } from '@taffrail/domain/playbooks';
import type { DraftField, DraftFieldValues } from '@taffrail/sync';
import { NumberField, TextArea, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { builder as words } from '../../words/index.ts';
import css from './builder.module.css';
import { figureIn } from '../draft/figureIn.ts';

interface RuleFieldsProps {
  readonly field: DraftField;
  readonly errorAt: (part: string) => string | undefined;
  readonly onChange: (values: DraftFieldValues) => void;
}

/** What counts as an answer, as far as its type leaves it open. */
export function RuleFields({ field, errorAt, onChange }: RuleFieldsProps) {
  switch (field.type) {
    case 'select':
      return <OptionsField options={field.options} error={errorAt('options')} onChange={(options) => onChange({ options })} />;
    case 'number':
      return <BoundFields field={field} errorAt={errorAt} onChange={onChange} labels={[words.min, words.max]} />;
    case 'rating':
      return (
        <BoundFields
          field={field}
          errorAt={errorAt}
          onChange={onChange}
          labels={[words.lowest, words.highest]}
          usual={[USUAL_RATING.min, USUAL_RATING.max]}
        />
      );
    case 'text':
      return (
        <TextField
          label={words.pattern}
          hint={words.patternHint}
          optional
          value={field.regex}
          error={errorAt('regex')}
          autoCapitalize="none"
          spellcheck={false}
          onChange={(regex) => onChange({ regex })}
        />
      );
    default:
      return null;
  }
}

const NONE = ['', ''] as const;

interface BoundFieldsProps extends RuleFieldsProps {
  readonly labels: readonly [string, string];
  readonly usual?: readonly [string, string];
}

function BoundFields({ field, errorAt, onChange, labels, usual = NONE }: BoundFieldsProps) {
  return (
    <div class={css.pair}>
      {(['min', 'max'] as const).map((bound, place) => (
        <NumberField
          key={bound}
          label={labels[place] ?? ''}
          optional
          placeholder={usual[place] ?? ''}
          value={figureIn(field[bound])}
          error={errorAt(bound)}
          onChange={(figure) => onChange({ [bound]: figure ?? '' })}
        />
      ))}
    </div>
  );
}

interface OptionsFieldProps {
  readonly options: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (options: string[]) => void;
}

/** A line for each. A line that is still empty is no option, and stays while one writes. */
function OptionsField({ options, error, onChange }: OptionsFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextArea
      label={words.options}
      hint={words.optionsHint}
      value={typed ?? options.join('\n')}
      error={error}
      onBlur={() => setTyped(undefined)}
      onChange={(text) => {
        setTyped(text);
        onChange(text.split('\n').flatMap((line) => line.trim() || []));
      }}
    />
  );
}
