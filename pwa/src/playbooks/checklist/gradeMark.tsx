import type { Grade } from '@taffrail/domain/playbooks';
import { checklist } from '../../words/index.ts';
import css from './gradeMark.module.css';

/** A grade as a letter that can be found in a column of figures. Its colour is not money's, and its letter says it all. */
export function GradeMark({ grade }: { readonly grade: Grade }) {
  return (
    <span class={css.grade} data-grade={grade}>
      <span class="visually-hidden">{checklist.gradeIs(grade)}</span>
      <span aria-hidden>{grade}</span>
    </span>
  );
}
