import type { Instant } from '@taffrail/domain/kernel';
import type { LineNow, LineState } from './lineState.ts';

export interface Board {
  following(now: LineNow): void;
  /** Trouble with sending is shown before how the following goes; undefined where there is none. */
  sending(trouble: LineNow | undefined): void;
  repeat(): void;
}

/** Where both directions of the line say how they stand, and all tabs read one answer. */
export function openBoard(now: () => Instant, show: (line: LineState) => void): Board {
  let ahead: LineNow = { state: 'connecting' };
  let trouble: LineNow | undefined;
  let shown: LineState = { ...ahead, since: now() };
  show(shown);

  function update(): void {
    const next = trouble ?? ahead;
    shown = { ...next, since: next.state === shown.state ? shown.since : now() };
    show(shown);
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
