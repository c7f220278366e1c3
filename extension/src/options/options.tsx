import { Section } from '@taffrail/ui';
import { options as words } from '../words/index.ts';
import { AdapterList } from './adapterList.tsx';
import { BookPart } from './bookPart.tsx';
import { IconChoice } from './iconChoice.tsx';
import css from './options.module.css';
import { PageList } from './pageList.tsx';

export function Options() {
  return (
    <main class={css.options}>
      <h1>{words.title}</h1>
      <BookPart />
      <PageList />
      <AdapterList />
      <IconChoice />
      <Section title={words.privacy}>
        {words.privacyText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Section>
    </main>
  );
}
