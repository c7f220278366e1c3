import { link } from '../routes/index.ts';
import { playbooks } from '../words/index.ts';
import css from './back.module.css';

/** To where all playbooks stand. */
export const Back = () => (
  <a href={link('playbooks')} class={css.back}>
    {playbooks.back}
  </a>
);
