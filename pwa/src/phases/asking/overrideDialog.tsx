import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { LONGEST_OVERRIDE_REASON, type Phase, phaseAfter, phaseBefore, phaseNames } from '@taffrail/domain/phases';
import { Banner, Button, Dialog, LinkButton, Select, TextArea, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { FormDialog, toast, useBook } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { phases as words } from '../../words/index.ts';
import { override } from './doors.ts';

interface OverrideDialogProps {
  readonly phase: Phase;
  readonly onClose: () => void;
}

/** A step without evidence. Where there is no server nobody could compare the password, so there is none to take. */
export function OverrideDialog(props: OverrideDialogProps) {
  const { entry } = useBook();
  return entry.workspace_id === null ? (
    <NoOverride onClose={props.onClose} />
  ) : (
    <OverrideForm {...props} workspaceId={entry.workspace_id} />
  );
}

function NoOverride({ onClose }: Pick<OverrideDialogProps, 'onClose'>) {
  return (
    <Dialog open title={words.overrideTitle} onClose={onClose} actions={<Button onClick={onClose}>{words.cancel}</Button>}>
      <p>{words.overrideNeedsServer}</p>
      <LinkButton href={link('books')}>{words.toBooks}</LinkButton>
    </Dialog>
  );
}

function OverrideForm({ phase, workspaceId, onClose }: OverrideDialogProps & { readonly workspaceId: string }) {
  const { replica } = useBook();
  const choices = [phaseAfter(phase), phaseBefore(phase)].filter((each) => each !== null);
  const [to, setTo] = useState(choices[0]);
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const isOffline = replica.line.value.state === 'offline';

  async function send(): Promise<Refusal | undefined> {
    if (to === undefined) return undefined;
    const answer = await override(workspaceId, { to_phase: to, reason: reason.trim(), password });
    if (isRefusal(answer)) return answer;
    toast({ text: words.overridden(phaseNames[to]) });
    return undefined;
  }

  return (
    <FormDialog
      title={words.overrideTitle}
      submit={words.overrideAction}
      canSubmit={reason.trim() !== '' && password !== ''}
      onSubmit={send}
      onClose={onClose}
    >
      {isOffline && <Banner tone="warning">{words.overrideOffline}</Banner>}
      <p>{words.overrideMeaning}</p>
      <Select
        label={words.overrideTo}
        value={to}
        choices={choices.map((value) => ({ value, label: phaseNames[value] }))}
        onChange={setTo}
      />
      <TextArea label={words.overrideReason} maxLength={LONGEST_OVERRIDE_REASON} rows={2} value={reason} onChange={setReason} />
      <TextField label={words.overridePassword} type="password" autocomplete="off" required value={password} onChange={setPassword} />
    </FormDialog>
  );
}
