import { isRefusal } from '@taffrail/domain/kernel';
import { Button, Card, DefinitionList } from '@taffrail/ui';
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
            { key: 'health', term: words.health, value: words.healths[health] },
          ]}
        />
      </Card>
    </>
  );
}

type Health = 'asking' | 'well' | 'unreachable' | 'unwell';

function useHealth(): Health {
  const [health, setHealth] = useState<Health>('asking');
  useEffect(() => {
    void api('/readyz').then((answer) => setHealth(healthOf(answer)));
  }, []);
  return health;
}

function healthOf(answer: unknown): Health {
  if (!isRefusal(answer)) return 'well';
  return answer.code === 'offline' ? 'unreachable' : 'unwell';
}
