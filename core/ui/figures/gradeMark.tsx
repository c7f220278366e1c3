import { usePartWords } from '../setting/setting.tsx';
import css from './gradeMark.module.css';

/** A grade as a letter that can be found in a column of figures. Its colour is not money's, and its letter says it all. */
export function GradeMark({ grade }: { readonly grade: 'A' | 'B' | 'C' | 'D' }) {
  const words = usePartWords();
  return (
    <span class={css.grade} data-grade={grade}>
      <span class="visually-hidden">{words.grade(grade)}</span>
      <span aria-hidden>{grade}</span>
    </span>
  );
}
