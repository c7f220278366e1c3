import type { Greeting, Reply, ServerLine } from './serverLine.ts';

/** The same line; whatever the server says of the time, whichever way, is heard. */
export function timedLine(server: ServerLine, heardTime: (serverMs: number) => void): ServerLine {
  async function heard<T>(asking: Promise<Reply<T>>): Promise<Reply<T>> {
    const reply = await asking;
    if (reply.server_ms !== undefined) heardTime(reply.server_ms);
    return reply;
  }

  return {
    submit: (...asked) => heard(server.submit(...asked)),
    snapshot: (...asked) => heard(server.snapshot(...asked)),
    events: (...asked) => heard(server.events(...asked)),
    follow(cursor, follower, signal) {
      const connected = (said: Greeting): void => {
        if (said.server_ms !== undefined) heardTime(said.server_ms);
        follower.connected(said);
      };
      return heard(server.follow(cursor, { ...follower, connected }, signal));
    },
  };
}
