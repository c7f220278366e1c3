import { purposeSchema } from '@taffrail/domain/playbooks';
import { Section, Select, TagsField, TextField } from '@taffrail/ui';
import { builder as words, purposes } from '../../words/index.ts';
import { bindingCalled, nameOfBinding } from '../bindings.ts';
import type { Builder } from './builder.ts';
import css from './builder.module.css';
import { useKnownBindings } from './useKnownBindings.ts';

const purposeChoices = purposeSchema.options.map((value) => ({ value, label: purposes[value] }));

/** What it is called, and what it is for. */
export function AboutFields({ builder: { draft, pen, problemAt } }: { readonly builder: Builder }) {
  const known = useKnownBindings();
  return (
    <Section title={words.about}>
      <div class={css.stack}>
        <div class={css.pair}>
          <TextField
            label={words.name}
            placeholder={words.namePlaceholder}
            value={draft.name}
            error={problemAt('name')}
            onChange={(name) => pen.set({ name })}
          />
          <Select
            label={words.purpose}
            value={purposeSchema.safeParse(draft.purpose).data}
            choices={purposeChoices}
            error={problemAt('purpose')}
            onChange={(purpose) => pen.set({ purpose })}
          />
        </div>
        <TagsField
          label={words.bindings}
          hint={words.bindingsHint}
          optional
          value={draft.strategy_bindings.map(nameOfBinding)}
          known={known}
          error={problemAt('strategy_bindings')}
          onChange={(names) => pen.set({ strategy_bindings: names.map(bindingCalled) })}
        />
      </div>
    </Section>
  );
}
