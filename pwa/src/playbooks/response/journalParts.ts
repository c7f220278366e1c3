import type { Attachment, Subject } from '@taffrail/domain/attachments';
import type { HeldDocument } from '@taffrail/replica/documents';
import type { Papers, Replica } from '@taffrail/replica';
import type { IconName } from '@taffrail/ui';
import type { TextPart } from '@taffrail/sync';
import type { ComponentType } from 'preact';

export type ShownAttachment = Attachment & { readonly version: number };

export type AttachAll = (files: readonly File[]) => Promise<readonly Pick<Attachment, 'id' | 'hash' | 'media_type' | 'file_name'>[]>;

/** How one writes and attaches in this app. Whoever shows a checklist brings it along: it is larger than the checklist, and is not ours. */
export interface JournalParts {
  readonly Remark: ComponentType<{
    readonly held: HeldDocument;
    readonly text: TextPart;
    readonly label: string;
    readonly placeholder: string;
    readonly attachAll: AttachAll;
  }>;
  readonly Tile: ComponentType<{ readonly attachment: ShownAttachment; readonly label?: string; readonly onOpen: () => void }>;
  readonly Viewer: ComponentType<{
    readonly attachments: readonly ShownAttachment[];
    readonly openId: string;
    readonly onMove: (id: string) => void;
    readonly onClose: () => void;
  }>;
  readonly PickButton: ComponentType<{
    readonly icon: IconName;
    readonly label: string;
    readonly capture?: boolean;
    readonly onPick: (files: FileList | undefined) => void;
  }>;
  readonly attachAll: (replica: Replica, papers: Papers, subject: Subject, files: readonly File[]) => ReturnType<AttachAll>;
}
