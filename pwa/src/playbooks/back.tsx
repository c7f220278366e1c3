import { BackLink } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { playbooks } from '../words/index.ts';

/** To where all playbooks stand. */
export const Back = () => <BackLink href={link('playbooks')}>{playbooks.back}</BackLink>;
