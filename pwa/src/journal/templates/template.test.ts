import { describe, expect, it } from 'vitest';
import { pageSchema } from '../editor/schema.ts';
import { givenTemplates, templateIn } from './template.ts';

const page = (...content: object[]) => pageSchema.nodeFromJSON({ type: 'doc', content });
const line = (text: string) => ({ type: 'paragraph', ...(text !== '' && { content: [{ type: 'text', text }] }) });

describe('a template', () => {
  it('is named by its first line, which is no part of what it inserts', () => {
    const template = templateIn(page(line('Before the open'), line('Levels')));
    expect(template?.name).toBe('Before the open');
    expect(template?.content.textBetween(0, template.content.size)).toBe('Levels');
  });

  it('without a name is none', () => {
    expect(templateIn(page(line('')))).toBeUndefined();
    expect(templateIn(page(line('  '), line('Levels')))).toBeUndefined();
  });

  it('inserts boxes that are named anew', () => {
    const check = { type: 'check_item', attrs: { box: 'of the page' }, content: [line('Slept')] };
    const template = templateIn(page(line('Name'), { type: 'check_list', content: [check] }));
    expect(template?.content.firstChild?.firstChild?.attrs['box']).toBeNull();
  });

  it('that comes with the program is a page that the schema takes', () => {
    for (const { content } of givenTemplates) expect(() => pageSchema.topNodeType.create(null, content).check()).not.toThrow();
  });
});
