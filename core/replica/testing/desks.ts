import { afterEach } from 'vitest';
import { openDesk } from './desk.ts';

/** Desks that are closed when their test is over, however it ends. */
export function desks(): typeof openDesk {
  const open: ReturnType<typeof openDesk>[] = [];
  afterEach(async () => {
    for (const desk of open.splice(0)) await desk.close();
  });
  return (options) => {
    const desk = openDesk(options);
    open.push(desk);
    return desk;
  };
}
