export { checklist } from './checklist.ts';
export { parts } from './parts.ts';
export { verdict } from './verdict.ts';
