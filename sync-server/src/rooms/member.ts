/** One device's end of a room. */
export interface Member {
  send(message: Uint8Array): void;
  /** The room was given up: storage failed it. The device comes back and finds the document as it is stored. */
  comeBack(): void;
}
