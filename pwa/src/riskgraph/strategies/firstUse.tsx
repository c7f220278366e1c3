import { useReplica } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { adding, doOrSay, nextId } from '../does.ts';
import { exampleNames, exampleOf, type ExampleName } from './examples.ts';
import css from './strategies.module.css';

/** What a risk graph is for, and three strategies to begin with. */
export function FirstUse() {
  const replica = useReplica();
  const begin = (name: ExampleName) =>
    doOrSay(
      replica,
      adding(
        nextId(replica),
        exampleOf(name, replica.now(), () => nextId(replica)),
      ),
    );
  return (
    <div class={css.first}>
      <h2>{words.firstTitle}</h2>
      <p class={css.muted}>{words.firstMeaning}</p>
      <ul class={css.examples}>
        {exampleNames.map((name) => {
          const [title, meaning] = words.examples[name];
          return (
            <li key={name}>
              <button type="button" class={css.example} onClick={() => void begin(name)}>
                <strong>{title}</strong>
                <span class={css.muted}>{meaning}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
