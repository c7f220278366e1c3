import { isRefusal } from '@taffrail/domain/kernel';
import { Button, LinkButton, Page } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { api, books, openBook } from '../app/index.ts';
import { go, link } from '../routes/index.ts';
import { program, welcome as words } from '../words/index.ts';
import css from './welcome.module.css';

/** What the server this page came from has to offer to whoever is not in yet. */
type Server = 'unknown' | 'unclaimed' | 'claimed';

/** The first minute: a server, this device alone, or a look around. */
export function WelcomePage() {
  const server = useServer();
  const [isBusy, setBusy] = useState(false);

  async function begin(): Promise<void> {
    setBusy(true);
    await openBook(await (await books()).createLocalBook(words.firstBook));
    go(link('today'), { replace: true });
  }

  return (
    <div class={css.frame}>
      <Page title={words.title} measure="text" above={<span class={css.brand}>{program.name}</span>}>
        <p class={css.lead}>{words.lead}</p>
        <ul class={css.ways}>
          <li class={css.way}>
            <h2>{words.here}</h2>
            <p>{words.hereMeaning}</p>
            <Button tone="primary" wide busy={isBusy} onClick={() => void begin()}>
              {words.hereAction}
            </Button>
          </li>
          <li class={css.way}>
            <h2>{words.server}</h2>
            <p>{words.serverMeanings[server]}</p>
            <LinkButton wide href={link(server === 'unclaimed' ? 'setup' : 'signIn')}>
              {server === 'unclaimed' ? words.claim : words.signIn}
            </LinkButton>
          </li>
          <li class={css.way}>
            <h2>{words.look}</h2>
            <p>{words.lookMeaning}</p>
            <LinkButton wide href={link('sample')}>
              {words.lookAction}
            </LinkButton>
          </li>
        </ul>
        <p class={css.file}>
          <LinkButton tone="quiet" icon="up" href={link('import')}>
            {words.file}
          </LinkButton>
        </p>
      </Page>
    </div>
  );
}

function useServer(): Server {
  const [server, setServer] = useState<Server>('unknown');
  useEffect(() => {
    void api<{ claimed: boolean }>('/api/identity/setup').then(
      (answer) => !isRefusal(answer) && setServer(answer.claimed ? 'claimed' : 'unclaimed'),
    );
  }, []);
  return server;
}
