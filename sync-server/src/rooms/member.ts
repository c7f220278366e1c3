/** One device's end of a room. */
export interface Member {
  send(message: Uint8Array): void;
  /** Storage failed the room, or too much waits in it. The device comes back and finds the document as it is stored. */
  comeBack(): void;
  /** What it sent waits for room: no more is taken from it until it may go on, as often as it was held. */
  hold(): void;
  goOn(): void;
}
