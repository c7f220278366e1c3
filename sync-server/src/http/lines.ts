const CHUNK_CHARS = 65_536;

/** One JSON value a line, written as fast as it is read, so that a long log never sits in memory whole. */
export function linesStream(values: Iterable<unknown>): ReadableStream<Uint8Array> {
  const iterator = values[Symbol.iterator]();
  const utf8 = new TextEncoder();

  function pull(controller: ReadableStreamDefaultController<Uint8Array>): void {
    let text = '';
    while (text.length < CHUNK_CHARS) {
      const { value, done } = iterator.next();
      if (done) {
        if (text !== '') controller.enqueue(utf8.encode(text));
        controller.close();
        return;
      }
      text += `${JSON.stringify(value)}\n`;
    }
    controller.enqueue(utf8.encode(text));
  }

  return new ReadableStream({ pull }, { highWaterMark: 0 });
}
