import type { Config } from '../operations/index.ts';
import type { DataFolder } from '../storage/index.ts';

/** What a verb works with: the settings, the data folder, the workspace it is about, and somewhere to say what it did. */
export interface Desk {
  readonly config: Config;
  readonly data: DataFolder;
  readonly workspaceId: string;
  readonly say: (sentence: string) => void;
}

/** Did it work? A verb says why not before it answers no. */
export type Verb = (desk: Desk, operand: string | undefined) => Promise<boolean>;
