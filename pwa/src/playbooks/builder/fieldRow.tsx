import { Badge, classes, Icon, useFormats } from '@taffrail/ui';
import { useId } from 'preact/hooks';
import { builder as words } from '../../words/index.ts';
import { summaryOf } from '../fieldSummary.ts';
import css from './builder.module.css';
import { FieldDetails } from './fieldDetails.tsx';
import type { FieldPart } from './fieldPart.ts';
import { fieldParts } from '../draft/judgement.ts';

/** One field: a line that says what it asks, and below it everything about it where it is open. */
export function FieldRow(props: FieldPart) {
  const { builder, field, isOpen, onToggle, moving } = props;
  const formats = useFormats();
  const id = useId();
  const isWrong = fieldParts.some((part) => builder.problemAt(part, field.id) !== undefined);
  return (
    <div class={css.field}>
      <div class={css.fieldHead}>
        {moving.handle}
        <button type="button" data-field={field.id} class={css.fieldOpener} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <span class={css.fieldWords}>
            <span class={field.label.trim() === '' ? css.unlabelled : css.fieldLabel}>{field.label.trim() || words.unlabelled}</span>
            <span class={css.fieldSummary}>{summaryOf(field, formats)}</span>
          </span>
          {isWrong && <Badge tone="breach">{words.wrong}</Badge>}
          <span class={classes(css.chevron, isOpen && css.turned)}>
            <Icon name="chevronDown" />
          </span>
        </button>
      </div>
      <div id={id} data-details class={css.details} hidden={!isOpen}>
        {isOpen && <FieldDetails {...props} />}
      </div>
    </div>
  );
}
