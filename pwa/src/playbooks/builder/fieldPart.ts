import type { DraftField } from '@taffrail/sync';
import type { Moving } from '@taffrail/ui';
import type { Builder } from './builder.ts';

/** A field in its list, and what can be done with it. */
export interface FieldPart {
  readonly builder: Builder;
  readonly field: DraftField;
  readonly published: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onAddBehind: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly moving: Moving;
}
