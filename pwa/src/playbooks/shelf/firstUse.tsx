import { playbooks as words } from '../../words/index.ts';
import { GalleryList } from '../gallery/galleryList.tsx';
import { OtherWays } from './otherWays.tsx';
import css from './shelf.module.css';

/** What a playbook is, and six to begin with. */
export function FirstUse() {
  return (
    <div class={css.first}>
      <h2>{words.firstTitle}</h2>
      <p class={css.meaning}>{words.firstMeaning}</p>
      <GalleryList />
      <OtherWays />
    </div>
  );
}
