import { Button, Section } from '@taffrail/ui';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { known } from '../brokers/index.ts';
import { ShortButton } from '../panel/index.ts';
import { options as words } from '../words/index.ts';
import css from './options.module.css';

/** What the browser lets the panel read, one broker at a time. */
export function PageList() {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const read = useCallback(() => void browser.permissions.getAll().then(({ origins = [] }) => setAllowed(origins)), []);
  useEffect(() => {
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
  }, [read]);
  const others = known.filter(({ matches }) => !matches.every((pattern) => allowed.includes(pattern)));

  return (
    <Section title={words.pages}>
      <p>{words.pagesMeaning}</p>
      {allowed.length === 0 && <p>{words.noPages}</p>}
      <ul class={css.list}>
        {allowed.map((pattern) => (
          <li key={pattern} class={css.row}>
            <span>{pattern}</span>
            <ShortButton
              short={words.noLongerShort}
              name={words.noLonger(pattern)}
              onClick={() => void browser.permissions.remove({ origins: [pattern] })}
            />
          </li>
        ))}
      </ul>
      <div class={css.buttons}>
        {others.map(({ id, name, matches }) => (
          <Button key={id} onClick={() => void browser.permissions.request({ origins: [...matches] })}>
            {words.allow(name)}
          </Button>
        ))}
      </div>
    </Section>
  );
}
