import { Badge, Banner, Button } from '@taffrail/ui';
import { browser } from 'wxt/browser';
import { known, type TicketReading } from '../../brokers/index.ts';
import { teach, ticket as words } from '../../words/index.ts';
import { beginTeaching } from '../teach/teaching.ts';
import { toast } from '../toasts.ts';
import { lookAgain, reading } from './reading.ts';
import css from './reading.module.css';

/** Where the figures come from, or what keeps them from being read. */
export function ReadingLine() {
  const now = reading.value;
  if (now.state === 'looking') return <p>{words.looking}</p>;
  if (now.state === 'not_allowed') return <AllowBrokers />;
  if (now.state === 'unknown_page') {
    return (
      <div class={css.told}>
        <p>{words.unknownPage(new URL(now.url).hostname)}</p>
        <Teach label={teach.begin} />
      </div>
    );
  }
  if (now.state === 'reload') return <Banner tone="warning">{words.reload}</Banner>;
  const { adapter, sighting } = now;
  return (
    <>
      <div>
        <p class={css.from}>
          {words.from(adapter.name)}
          {adapter.status === 'experimental' && <Badge tone="warning">{words.experimental}</Badge>}
        </p>
        {adapter.status === 'experimental' && <p class={css.meaning}>{known.includes(adapter) ? words.untried : words.taught}</p>}
      </div>
      {sighting?.seen === 'nothing' && (
        <div class={css.told}>
          <p role="status">{words.noTicket[sighting.why]}</p>
          <Teach label={teach.beginAnew} />
        </div>
      )}
      {sighting?.seen === 'ticket' && <Doubts ticket={sighting.ticket} />}
    </>
  );
}

function Doubts({ ticket: { check_the_ticket, changed } }: { readonly ticket: TicketReading }) {
  return (
    <>
      {check_the_ticket.length > 0 && (
        <Banner tone="breach" title={words.check}>
          {check_the_ticket.map(({ field, ticket, submit }) => (
            <div key={field}>{words.contradiction(field, ticket, submit)}</div>
          ))}
        </Banner>
      )}
      {changed.length > 0 && <Banner tone="warning">{words.changed(changed)}</Banner>}
    </>
  );
}

async function begin(): Promise<void> {
  if (!(await beginTeaching())) toast({ text: teach.notReached, tone: 'warning' });
}

function Teach({ label }: { readonly label: string }) {
  return <Button onClick={() => void begin()}>{label}</Button>;
}

/** One broker at a time, when the trader says which. */
function AllowBrokers() {
  return (
    <details>
      <summary>{words.notAllowed}</summary>
      {known.map(({ id, name, matches }) => (
        <Button key={id} onClick={() => void browser.permissions.request({ origins: [...matches] }).then(lookAgain)}>
          {words.allow(name)}
        </Button>
      ))}
      <Teach label={teach.begin} />
    </details>
  );
}
