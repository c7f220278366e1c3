import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { type Phase, phaseNames } from '@taffrail/domain/phases';
import { useFormats } from '@taffrail/ui';
import { FormDialog, toast, useBook } from '../../app/index.ts';
import type { PhaseStanding } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './asking.module.css';
import { advance } from './doors.ts';

interface AdvanceDialogProps {
  readonly now: PhaseStanding;
  readonly to: Phase;
  readonly onClose: () => void;
}

/** Shows what is missing before it is asked: the attempt is on the record either way. */
export function AdvanceDialog({ now, to, onClose }: AdvanceDialogProps) {
  const desk = useBook();
  const formats = useFormats();
  const { can_advance, missing_requirements } = now.standing.validation;

  async function ask(): Promise<Refusal | undefined> {
    const answer = await advance(desk, now);
    if (isRefusal(answer)) return answer;
    toast(answer.changed ? { text: words.advanced(phaseNames[to]) } : { tone: 'warning', text: words.notAdvanced });
    return undefined;
  }

  return (
    <FormDialog
      title={words.advance(phaseNames[to])}
      submit={can_advance ? words.advanceAction : words.advanceAnyway}
      onSubmit={ask}
      onClose={onClose}
    >
      <p>{can_advance ? words.advanceReady : words.advanceMissing}</p>
      {!can_advance && (
        <ul class={css.missing} aria-label={words.missing}>
          {missing_requirements.map((sentence) => (
            <li key={sentence}>{formats.sentence(sentence)}</li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
