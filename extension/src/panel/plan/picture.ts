import type { AddAttachment } from '@taffrail/domain/attachments';
import type { Wish } from '@taffrail/domain/conduct';
import { asJson, isRefusal, type Id, type Refusal } from '@taffrail/domain/kernel';
import { browser } from 'wxt/browser';
import type { OpenBook } from '../../app/index.ts';
import { tabBeside } from '../reading/tabBeside.ts';

/** What can be seen of the page beside the panel; undefined where the browser does not let it be taken. */
export async function takePicture(): Promise<Blob | undefined> {
  const tab = await tabBeside();
  if (tab === undefined) return undefined;
  try {
    const url = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    return blobOf(url);
  } catch {
    return undefined;
  }
}

/** A picture comes as text, which the content policy lets nobody fetch. */
function blobOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.codePointAt(0) ?? 0);
  return new Blob([bytes], { type: 'image/png' });
}

/** The file is kept first, then what speaks of it. */
export async function pictureWish({ replica, papers }: OpenBook, positionId: Id, picture: Blob): Promise<Wish | Refusal> {
  const kept = await papers.files.keep(picture);
  if (isRefusal(kept)) return kept;
  const payload: AddAttachment = { subject: { type: 'position', id: positionId }, ...kept, file_name: 'ticket.png', caption: null };
  return { type: 'AddAttachment', aggregate_id: replica.ground.surroundings.ids.next(), payload: asJson(payload) };
}
