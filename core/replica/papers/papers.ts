import type { Documents } from '../documents/index.ts';
import { browserPictures, httpFileLine, openFiles, type Files, type Pictures } from '../files/index.ts';
import type { Http } from '../line/http.ts';
import { openPauses } from '../line/pauses.ts';
import type { Reply } from '../line/serverLine.ts';
import type { Ground } from '../replica.ts';
import { noticeOtherLog } from './otherLog.ts';

/** What lies beside the facts of a book: what people write together, and the files they attach. */
export interface Papers {
  readonly files: Files;
  /** Loaded when first asked for: most screens have no document on them. */
  documents(): Promise<Documents>;
  close(): Promise<void>;
}

const PACE_MS = 2_000;

/** Left without a server, everything stays on this device. */
export function openPapers(ground: Ground, http?: Http, pictures: Pictures = browserPictures): Papers {
  const { bookId, database } = ground;
  const surroundings = wokenToo(ground);
  const closing = new AbortController();
  const { signal } = closing;
  const pauses = openPauses(surroundings, signal);
  const channel = surroundings.openChannel(`taffrail-papers-${bookId}`);
  let documents: Promise<Documents> | undefined;

  /** A page that still lets go of a document when its book is closed already has nothing to tell. */
  function waitingChanged(): void {
    if (signal.aborted) return;
    ground.waitingChanged();
    pauses.call();
    channel.say('waiting_changed');
  }

  channel.onMessage(() => {
    ground.waitingChanged();
    pauses.call();
  });

  const files = openFiles({
    database,
    line: http && httpFileLine(http),
    pictures,
    clock: surroundings.clock,
    waitingChanged,
    sent: ground.sendNow,
  });

  async function openDocuments(): Promise<Documents> {
    const { openDocuments: open, httpDocumentLine } = await import('../documents/index.ts');
    const line = http && httpDocumentLine(http);
    return open({ bookId, database, line, surroundings, waitingChanged: ground.waitingChanged, untended: waitingChanged });
  }

  const getDocuments = (): Promise<Documents> => (documents ??= openDocuments());

  /** Of all tabs one does this at a time. */
  async function keepInStep(): Promise<void> {
    const stopWaking = surroundings.onAwake(pauses.endAll);
    // The first screen comes first.
    await surroundings.wait(PACE_MS, signal);
    for (let failures = 0; !signal.aborted;) {
      await noticeOtherLog(database);
      const reply = await inStep();
      failures = reply.kind === 'answered' ? 0 : failures + 1;
      if (reply.kind === 'answered') await restUntilCalled();
      else await pauses.after(reply, failures);
    }
    stopWaking();
  }

  /** Whoever types without a socket calls with every key. */
  async function restUntilCalled(): Promise<void> {
    await surroundings.wait(PACE_MS, signal);
    await pauses.untilCalled();
  }

  async function inStep(): Promise<Reply<'done'>> {
    const sent = await files.send(signal);
    return sent.kind === 'answered' ? (await getDocuments()).catchUp(signal) : sent;
  }

  const held = http && surroundings.locks.hold(`taffrail-papers-${bookId}`, signal, keepInStep);

  return {
    files,
    documents: getDocuments,
    async close() {
      closing.abort();
      await held;
      await (await documents)?.close();
      channel.close();
    },
  };
}

/** Trying again makes sense, too, when somebody says so. */
function wokenToo({ surroundings, onTryNow }: Ground): Ground['surroundings'] {
  return {
    ...surroundings,
    onAwake(listener) {
      const stops = [surroundings.onAwake(listener), onTryNow(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
