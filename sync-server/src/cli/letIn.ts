import { isRefusal } from '@taffrail/domain/kernel';
import { withConsole } from './registry.ts';
import type { Verb } from './verb.ts';

/** Lets in somebody who has lost their password or their codes, whether a server runs or not. */
export const letInVerb: Verb = async (desk, name) => {
  const { config, say } = desk;
  if (name === undefined) {
    say('Say whom: npm run taffrail -- let-in <name>.');
    return false;
  }
  const offer = withConsole(desk, (console) => console.letIn(name));
  if (offer === undefined) return false;
  if (isRefusal(offer)) {
    say(offer.sentence);
    return false;
  }
  const { secret, expires_at } = offer;
  say(`Good once, until ${expires_at}, for a new password without a code; it ends every session of ${name}:`);
  say(`${config.origin ?? `http://localhost:${config.port}`}/let-in#${secret}`);
  say('What stands behind the # is the secret that POST /api/identity/let-in asks for.');
  return true;
};
