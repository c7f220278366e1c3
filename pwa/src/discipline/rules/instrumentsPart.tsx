import { Checkbox, FieldGroup, Section, SegmentedControl, TagsField } from '@taffrail/ui';
import { rules as words } from '../../words/index.ts';
import type { PartProps } from './partProps.ts';
import type { InstrumentsDraft } from './rulesDraft.ts';
import css from './rules.module.css';

type Kind = InstrumentsDraft['types'][number];

const modes = (['none', 'allow', 'deny'] as const).map((value) => ({ value, label: words.instrumentModes[value] }));
const kinds = Object.keys(words.typeNames) as readonly Kind[];
const AT = 'allowed_instruments';

/** What may be traded at all. */
export function InstrumentsPart({ draft: { instruments }, errorAt, change }: PartProps) {
  const { mode, types, symbols } = instruments;
  const changeThese = (part: Partial<InstrumentsDraft>) => change({ instruments: { ...instruments, ...part } });
  const turned = (kind: Kind, on: boolean) => kinds.filter((each) => (each === kind ? on : types.includes(each)));
  return (
    <Section title={words.instruments}>
      <div class={css.part}>
        <SegmentedControl
          bare
          label={words.instruments}
          value={mode}
          choices={modes}
          error={errorAt(AT)}
          onChange={(chosen) => changeThese({ mode: chosen })}
        />
        {mode !== 'none' && (
          <div class={css.pair}>
            <FieldGroup label={words.types} error={errorAt(`${AT}.types`)}>
              <div class={css.weekdays}>
                {kinds.map((kind) => (
                  <Checkbox
                    key={kind}
                    label={words.typeNames[kind]}
                    checked={types.includes(kind)}
                    onChange={(on) => changeThese({ types: turned(kind, on) })}
                  />
                ))}
              </div>
            </FieldGroup>
            <TagsField
              label={words.symbols}
              optional
              value={symbols}
              known={[]}
              error={errorAt(`${AT}.symbols`)}
              onChange={(given) => changeThese({ symbols: given.map((symbol) => symbol.toUpperCase()) })}
            />
          </div>
        )}
      </div>
    </Section>
  );
}
