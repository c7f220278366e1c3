/** Whoever writes while a document makes room waits here, one behind the other, so that each is judged by what those before it left. */
export interface WaitingLine {
  /** Of all that waits. */
  readonly bytes: number;
  /** Acts in its turn, once there is room for so many bytes, or there will be none. */
  wait<T>(bytes: number, act: () => T): Promise<Awaited<T>>;
}

export function openWaitingLine(makeRoom: (bytes: number) => Promise<void>): WaitingLine {
  let waiting = 0;
  let turn = Promise.resolve();

  async function wait<T>(bytes: number, act: () => T): Promise<Awaited<T>> {
    waiting += bytes;
    turn = turn.then(() => makeRoom(bytes));
    await turn;
    waiting -= bytes;
    return await act();
  }

  return {
    get bytes() {
      return waiting;
    },
    wait,
  };
}
