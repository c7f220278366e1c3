import { signal } from '@preact/signals';
import type { PlanOnPage } from './planOnPage.ts';

const armed = signal<string | null>(null);

const saidBy = ({ ticket }: Pick<PlanOnPage, 'ticket'>): string | null => (ticket === null ? null : JSON.stringify(ticket.fields));

export const noteArmed = (page: PlanOnPage): void => void (armed.value = saidBy(page));

/** The ticket stays as it is until the order is sent; what it says is planned once, until it or somebody says something else. */
export function isArmed(page: PlanOnPage): boolean {
  const said = saidBy(page);
  return said !== null && said === armed.value && Object.keys(page.draft.typed).length === 0;
}
