const NAME = 'Trial';
const PASSWORD = 'no secret at all';
/** What a new server prints for whoever started it. */
const CLAIM = /"link":"[^"#]+#([\w-]+)"/;

/** Makes a server ours, or signs in to one that is already. Returns the session, as a client sends it. */
export async function claim(port: number, output: string): Promise<string> {
  const [, token] = CLAIM.exec(output) ?? [];
  const [door, body] =
    token === undefined ? ['sign-in', { name: NAME, password: PASSWORD }] : ['setup', { token, name: NAME, password: PASSWORD }];
  const answer = await fetch(`http://127.0.0.1:${port}/api/identity/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const [cookie] = answer.headers.get('set-cookie')?.split(';') ?? [];
  if (cookie === undefined) throw new Error(`${door} was answered with ${answer.status}: ${await answer.text()}`);
  return cookie;
}
