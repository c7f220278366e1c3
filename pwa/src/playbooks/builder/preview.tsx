import { evaluate, intendedRisk } from '@taffrail/domain/playbooks';
import { Button } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { builder as words } from '../../words/index.ts';
import { ChecklistForm, type Answers } from '@taffrail/face';
import type { Builder } from './builder.ts';
import css from './builder.module.css';
import { tryable } from '../draft/tryable.ts';

/** The playbook as it would be filled in: each tick shows at once what it comes to. */
export function Preview({ draft }: Pick<Builder, 'draft'>) {
  const [answers, setAnswers] = useState<Answers>({});
  const { checklist, unfinished } = tryable(draft);
  if (checklist.fields.length === 0) return <p class={css.meaning}>{words.nothingToTry}</p>;
  return (
    <div class={css.preview}>
      <p class={css.meaning}>
        {words.tryMeaning} {unfinished > 0 && words.unfinished(unfinished)}
      </p>
      <ChecklistForm
        fields={checklist.fields}
        answers={answers}
        evaluation={evaluate(checklist, answers)}
        intendedRisk={intendedRisk(checklist.fields, answers) ?? undefined}
        onAnswer={(key, answer) =>
          setAnswers(
            Object.fromEntries([
              ...Object.entries(answers).filter(([other]) => other !== key),
              ...(answer === undefined ? [] : [[key, answer]]),
            ]),
          )
        }
        actions={
          Object.keys(answers).length > 0 && (
            <Button tone="quiet" onClick={() => setAnswers({})}>
              {words.startOver}
            </Button>
          )
        }
      />
    </div>
  );
}
