import type { DraftField } from '@taffrail/sync';
import { Button, OrderedList, Section } from '@taffrail/ui';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { toast, useActions } from '../../app/index.ts';
import { builder as words } from '../../words/index.ts';
import { publishedKeys, type Builder } from './builder.ts';
import css from './builder.module.css';
import { FieldRow } from './fieldRow.tsx';
import type { OpenField } from './useOpenField.ts';
import { WarningList } from './warningList.tsx';

interface FieldListProps {
  readonly builder: Builder;
  readonly opened: OpenField;
}

const keyOf = ({ id }: DraftField): string => id;
const nameOf = ({ label }: DraftField): string => label.trim() || words.unlabelled;

/** What is asked, in the order in which it is asked. One field is open at a time. */
export function FieldList({ builder, opened }: FieldListProps) {
  const { draft, pen, problemAt } = builder;
  const { fields } = draft;
  const frame = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const add = (behind?: string) => opened.begin(pen.add(behind));
  useActions([{ id: 'builder.add', label: words.addField, icon: 'add', keys: 'a', run: () => add() }]);

  // Before the next key, which is meant for it already.
  useLayoutEffect(() => {
    if (opened.wantsFocus) frame.current?.querySelector<HTMLElement>('[data-details] input')?.focus();
  }, [opened.id, opened.wantsFocus]);

  function remove(field: DraftField): void {
    pen.remove(field.id);
    toast({ text: words.removed(nameOf(field)), onUndo: () => pen.restore(field.id) });
    // What had the focus is gone; the next thing to do is where it was.
    const next = fields[fields.indexOf(field) + 1] ?? fields[fields.indexOf(field) - 1];
    opened.close();
    requestAnimationFrame(() => {
      const row = next && frame.current?.querySelector<HTMLElement>(`[data-field="${next.id}"]`);
      (row ?? addButton.current)?.focus();
    });
  }

  return (
    <Section title={words.fields}>
      <div ref={frame} class={css.stack}>
        {fields.length === 0 && <p class={css.meaning}>{words.noFields}</p>}
        {fields.length > 0 && (
          <div class={css.fields}>
            <OrderedList label={words.fields} items={fields} keyOf={keyOf} nameOf={nameOf} onMove={({ id }, to) => pen.move(id, to)}>
              {(field, moving) => (
                <FieldRow
                  builder={builder}
                  field={field}
                  published={publishedKeys(builder)}
                  isOpen={opened.id === field.id}
                  onToggle={() => opened.toggle(field.id)}
                  onAddBehind={() => add(field.id)}
                  onDuplicate={() => opened.begin(pen.duplicate(field))}
                  onRemove={() => remove(field)}
                  moving={moving}
                />
              )}
            </OrderedList>
          </div>
        )}
        <WarningList warnings={[]} error={problemAt('fields')} />
        <div>
          <Button ref={addButton} icon="add" keys="a" onClick={() => add()}>
            {words.addField}
          </Button>
        </div>
      </div>
    </Section>
  );
}
