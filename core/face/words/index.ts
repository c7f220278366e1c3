export { checklist } from './checklist.ts';
export { verdict } from './verdict.ts';
