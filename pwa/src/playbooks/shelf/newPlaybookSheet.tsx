import { Sheet } from '@taffrail/ui';
import { playbooks as words } from '../../words/index.ts';
import { GalleryList } from '../gallery/galleryList.tsx';
import { OtherWays } from './otherWays.tsx';
import css from './shelf.module.css';

export function NewPlaybookSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Sheet title={words.newPlaybook} open={open} onClose={onClose}>
      <div class={css.first}>
        <OtherWays />
        <GalleryList />
      </div>
    </Sheet>
  );
}
