/** Somebody at a browser, who keeps the session they were given; or a script with a token. */
export interface Visitor {
  call(method: string, path: string, body?: unknown, more?: { readonly [name: string]: string }): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- whoever asks reads the answer as they expect it to be
  readonly body: any;
}

export interface VisitorOptions {
  readonly cookie?: string;
  readonly token?: string;
}

export function openVisitor(port: number, { cookie, token }: VisitorOptions = {}): Visitor {
  let kept = cookie;
  return {
    async call(method, path, body, more = {}) {
      const headers = {
        ...more,
        ...(kept !== undefined && { cookie: kept }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const url = `http://127.0.0.1:${port}${path}`;
      const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
      kept = answer.headers.get('set-cookie')?.split(';')[0] ?? kept;
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    },
  };
}

/** What an answer brings when it is the expected one; a run cannot go on from any other. */
export async function expected(status: number, answered: Promise<Answered>): Promise<Answered['body']> {
  const answer = await answered;
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
