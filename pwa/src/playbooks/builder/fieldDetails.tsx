import { fieldTypeSchema, INTENDED_RISK, type FieldType } from '@taffrail/domain/playbooks';
import { Button, Checkbox, IconButton, NumberField, Select, TextArea, TextField } from '@taffrail/ui';
import { builder as words, fieldTypes } from '../../words/index.ts';
import css from './builder.module.css';
import type { FieldPart } from './fieldPart.ts';
import { figureIn } from '../draft/figureIn.ts';
import { RuleFields } from './ruleFields.tsx';
import { WarningList } from './warningList.tsx';

const typeChoices = fieldTypeSchema.options.map((value: FieldType) => ({ value, label: fieldTypes[value] }));

/** Everything about one field. */
export function FieldDetails({ builder, field, published, onAddBehind, onDuplicate, onRemove, moving }: FieldPart) {
  const { pen, problemAt } = builder;
  const { id } = field;
  const errorAt = (part: string) => problemAt(part, id);
  return (
    <>
      <TextField
        label={words.label}
        hint={words.labelHint}
        value={field.label}
        error={errorAt('label')}
        enterKeyHint="next"
        onChange={(label) => pen.rename(field, label, published)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          onAddBehind();
        }}
      />
      <div class={css.pair}>
        <Select
          label={words.type}
          value={fieldTypeSchema.safeParse(field.type).data}
          choices={typeChoices}
          error={errorAt('type')}
          onChange={(type) => pen.setField(id, { type })}
        />
        <NumberField
          label={words.weight}
          hint={words.weightHint}
          value={figureIn(field.weight)}
          error={errorAt('weight')}
          onChange={(weight) => pen.setField(id, { weight: weight ?? '' })}
        />
      </div>
      {field.key === INTENDED_RISK && field.type === 'number' && <p class={css.meaning}>{words.saysRisk}</p>}
      <RuleFields field={field} errorAt={errorAt} onChange={(values) => pen.setField(id, values)} />
      <div class={css.ticks}>
        <Checkbox label={words.required} checked={field.required} onChange={(required) => pen.setField(id, { required })} />
        <Checkbox label={words.comments} checked={field.allow_comment} onChange={(allow_comment) => pen.setField(id, { allow_comment })} />
      </div>
      <TextArea
        label={words.help}
        hint={words.helpHint}
        optional
        value={field.help}
        error={errorAt('help')}
        onChange={(help) => pen.setField(id, { help })}
      />
      <KeyField builder={builder} field={field} published={published} />
      <div class={css.fieldActions}>
        <IconButton icon="up" label={words.up} disabled={moving.up === undefined} onClick={moving.up} />
        <IconButton icon="down" label={words.down} disabled={moving.down === undefined} onClick={moving.down} />
        <Button tone="quiet" icon="copy" onClick={onDuplicate}>
          {words.duplicate}
        </Button>
        <Button tone="quiet" icon="trash" onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </>
  );
}

/** Out of sight for whoever does not write scripts, unless something is wrong with it. */
function KeyField({ builder, field, published }: Pick<FieldPart, 'builder' | 'field' | 'published'>) {
  const { draft, pen, problemAt } = builder;
  const twin = draft.fields.find(({ id, key }) => id !== field.id && key === field.key);
  const error = problemAt('key', field.id);
  return (
    <>
      {twin !== undefined && <WarningList warnings={[{ kind: 'same_key', label: twin.label }]} />}
      <details class={css.more} open={error !== undefined || twin !== undefined}>
        <summary>{words.details}</summary>
        <TextField
          label={words.key}
          hint={published.has(field.key) ? words.keyPublished : words.keyHint}
          value={field.key}
          error={error}
          autoCapitalize="none"
          spellcheck={false}
          onChange={(key) => pen.setField(field.id, { key })}
        />
      </details>
    </>
  );
}
