import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, Card, DefinitionList } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { api, toast, updating } from '../app/index.ts';
import { version } from '../updates/index.ts';
import { program, settings as words } from '../words/index.ts';
import css from './panel.module.css';

/** Which program this is, and which server it came from. */
export function AboutPanel() {
  const health = useHealth();
  const [isChecking, setChecking] = useState(false);

  async function check(): Promise<void> {
    setChecking(true);
    await updating.value?.check();
    setChecking(false);
    if (updating.value?.state.value === 'current') toast({ text: words.isNewest });
  }

  return (
    <>
      <Card title={program.name}>
        <p class={css.muted}>{program.description}</p>
        <DefinitionList items={[{ key: 'version', term: words.version, value: version }]} />
        <div class={css.actions}>
          <Button icon="refresh" busy={isChecking} onClick={() => void check()}>
            {words.checkForUpdates}
          </Button>
        </div>
      </Card>
      <Card title={words.server}>
        <DefinitionList
          items={[
            { key: 'address', term: words.address, value: location.origin },
            { key: 'health', term: words.health, value: words.healths[health.state] },
          ]}
        />
        {health.state === 'well' &&
          health.concerns.map((sentence) => (
            <Banner key={sentence} tone="warning">
              {sentence}
            </Banner>
          ))}
      </Card>
    </>
  );
}

type Health =
  | { readonly state: 'asking' | 'unreachable' | 'unwell' }
  /** What is being watched is told on the server's own machine only. */
  | { readonly state: 'well'; readonly concerns: readonly string[] };

interface Readiness {
  readonly checks: readonly { readonly status: 'ok' | 'warn' | 'fail'; readonly sentence: string }[];
}

function useHealth(): Health {
  const [health, setHealth] = useState<Health>({ state: 'asking' });
  useEffect(() => {
    void api<Readiness>('/readyz').then((answer) => setHealth(healthOf(answer)));
  }, []);
  return health;
}

function healthOf(answer: Readiness | Refusal): Health {
  if (!isRefusal(answer)) {
    return { state: 'well', concerns: answer.checks.filter(({ status }) => status !== 'ok').map(({ sentence }) => sentence) };
  }
  if (answer.code === 'no_such_path') return { state: 'well', concerns: [] };
  return { state: answer.code === 'offline' ? 'unreachable' : 'unwell' };
}
