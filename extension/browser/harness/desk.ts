import type { Page, Worker } from 'playwright-core';
import { onStage, type Device, type DeviceOptions, type Stage, type StageOptions } from '../../../pwa/browser/harness/index.ts';
import { ALLOWED } from './allowed.ts';

/** A browser with the extension in it. */
export interface Desk extends Device {
  readonly worker: Worker;
  /** The panel, in a window of its own: a browser without a screen has no side. */
  openPanel(): Promise<Page>;
}

export function atTheDesk<T>(play: (desk: Desk, stage: Stage) => Promise<T>, options?: StageOptions): Promise<T> {
  return onStage(async (stage) => play(await deskOn(stage), stage), options);
}

export async function deskOn(stage: Stage, options: DeviceOptions = {}): Promise<Desk> {
  const device = await stage.device({ ...options, extensionPath: ALLOWED });
  const worker = device.context.serviceWorkers()[0] ?? (await device.context.waitForEvent('serviceworker'));
  const panelUrl = new URL('/sidepanel.html', worker.url()).href;
  return Object.assign(Object.create(device) as Device, {
    worker,
    async openPanel() {
      const opening = device.context.waitForEvent('page');
      const tab = await device.context.newPage();
      await tab.goto(panelUrl);
      return opening;
    },
  });
}
