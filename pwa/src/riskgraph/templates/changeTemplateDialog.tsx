import { asJson } from '@taffrail/domain/kernel';
import type { StrategyTemplate } from '@taffrail/domain/riskgraph';
import { TextArea, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, useReplica } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { refusalOf } from '../does.ts';

/** What a template is called, and what it is for. */
export function ChangeTemplateDialog({ template, onClose }: { readonly template: StrategyTemplate; readonly onClose: () => void }) {
  const replica = useReplica();
  const [name, setName] = useState(template.name);
  const [description, setDescription] = useState(template.description ?? '');

  async function save() {
    const payload = asJson({ name: name.trim(), description: description.trim() || null });
    const expected_version = (await replica.state('strategy_template', template.id))?.version ?? 0;
    return refusalOf(replica, { type: 'ChangeTemplate', aggregate_id: template.id, payload, expected_version });
  }

  return (
    <FormDialog title={words.renameTemplate} submit={words.save} canSubmit={name.trim() !== ''} onSubmit={save} onClose={onClose}>
      <TextField label={words.templateName} value={name} onChange={setName} />
      <TextArea label={words.templateDescription} optional value={description} onChange={setDescription} />
    </FormDialog>
  );
}
