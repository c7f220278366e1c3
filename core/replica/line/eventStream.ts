/** One message of a `text/event-stream`, as far as the streams of this server use it. A `pause` is what has no data. */
export interface StreamMessage {
  readonly event: string;
  readonly data: string;
}

/** Takes text as it arrives, cut anywhere, and gives the messages that are whole by then. */
export function openStreamReader(): (text: string) => readonly StreamMessage[] {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(messageOf);
  };
}

function messageOf(block: string): StreamMessage {
  const lines = block.split('\n');
  const data = fieldsOf(lines, 'data');
  return data.length === 0 ? PAUSE : { event: fieldsOf(lines, 'event')[0] ?? 'message', data: data.join('\n') };
}

const PAUSE: StreamMessage = { event: 'pause', data: '' };

function fieldsOf(lines: readonly string[], name: string): readonly string[] {
  return lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
}
