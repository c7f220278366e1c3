import { playbookFile, type Content } from '@taffrail/domain/playbooks';
import { saveFile } from '../../app/index.ts';

/** To keep it, or to send it to somebody. */
export function saveAsFile(content: Content): void {
  const text = `${JSON.stringify(playbookFile(content), null, 2)}\n`;
  saveFile(fileNameFor(content.name), new Blob([text], { type: 'application/json' }));
}

/** Without what some system does not take in a name. */
const fileNameFor = (name: string): string => `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'playbook'}.json`;
