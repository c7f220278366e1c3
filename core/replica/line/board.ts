import type { Instant } from '@taffrail/domain/kernel';
import type { LineNow, LineState, ShutOut } from './lineState.ts';

export interface Board {
  following(now: LineNow): void;
  /** Trouble with sending is shown before how the following goes; undefined where there is none. */
  sending(trouble: LineNow | undefined): void;
  repeat(): void;
}

interface BoardParts {
  readonly now: () => Instant;
  readonly show: (line: LineState) => void;
  /** How it stood when this device was last told that it is not let in. */
  readonly shutOut: ShutOut | undefined;
  readonly keep: (shutOut: ShutOut | undefined) => void;
}

/** Where both directions of the line say how they stand, and all tabs read one answer. */
export function openBoard({ now, show, keep, ...before }: BoardParts): Board {
  let { shutOut } = before;
  let ahead: LineNow = { state: 'connecting' };
  let trouble: LineNow | undefined;
  let shown: LineState = shutOut ?? { ...ahead, since: now() };
  show(shown);

  function update(): void {
    const said = trouble ?? ahead;
    const next = shutOut !== undefined && UNHEARD.has(said.state) ? shutOut : said;
    shown = { ...next, since: next.state === shown.state ? shown.since : now() };
    if (shown.state === 'revoked') remember(shown);
    else if (shutOut !== undefined) remember(undefined);
    show(shown);
  }

  function remember(standing: ShutOut | undefined): void {
    if (standing?.since !== shutOut?.since) keep(standing);
    shutOut = standing;
  }

  return {
    following(standing) {
      ahead = standing;
      update();
    },
    sending(standing) {
      if (trouble === undefined && standing === undefined) return;
      trouble = standing;
      update();
    },
    repeat: () => show(shown),
  };
}

/** Whoever was shut out is not let in again by a server that has not answered. */
const UNHEARD: ReadonlySet<LineNow['state']> = new Set(['connecting', 'offline']);
