import { contentInputSchema, gallery } from '@taffrail/domain/playbooks';
import { Button } from '@taffrail/ui';
import { galleryNotes, playbooks as words, purposes } from '../../words/index.ts';
import { useBeginning } from '../draft/useBeginning.ts';
import css from './gallery.module.css';

const pieces = gallery.map((piece) => contentInputSchema.parse(piece));

/** Playbooks to begin with. Each becomes a draft of one's own. */
export function GalleryList() {
  const begin = useBeginning();
  return (
    <ul class={css.gallery} aria-label={words.gallery}>
      {pieces.map((content) => (
        <li key={content.name} class={css.piece}>
          <h3>{content.name}</h3>
          <p class={css.meaning}>{galleryNotes[content.name]}</p>
          <div class={css.foot}>
            <span class={css.note}>{[words.fieldCount(content.fields.length), purposes[content.purpose]].join(' · ')}</span>
            <Button onClick={() => void begin(content)}>
              <span aria-hidden>{words.takeThis}</span>
              <span class="visually-hidden">{words.takeThisOne(content.name)}</span>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
