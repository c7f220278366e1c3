import { describe, expect, it } from 'vitest';
import { richTextOf, richTextSchema, wordsOf } from './richText.ts';

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => ({ type: 'doc', content });
const item = (...content: object[]) => ({ type: 'list_item', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });

function nested(levels: number): object {
  let block: object = paragraph(text('deep'));
  for (let level = 0; level < levels; level++) block = { type: 'blockquote', content: [block] };
  return doc(block);
}

describe('rich text', () => {
  const page = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Before the open')] },
    paragraph(
      text('Wait '),
      text('for it', { type: 'strong' }, { type: 'em' }),
      { type: 'hard_break' },
      text('x', link('https://example.org/a?b=c')),
    ),
    { type: 'bullet_list', content: [item(paragraph(text('one'))), item(paragraph(text('two')))] },
    { type: 'blockquote', content: [{ type: 'paragraph' }] },
  );

  it('is kept as it is', () => {
    expect(richTextSchema.parse(page)).toEqual(page);
  });

  it('says its words, a line for each block', () => {
    expect(wordsOf(richTextSchema.parse(page))).toBe('Before the open\nWait for it\nx\none\ntwo');
  });

  it('comes from plain text, whose lines become paragraphs', () => {
    expect(richTextSchema.parse('One.\r\n\n  <b>Two</b>')).toEqual(doc(paragraph(text('One.')), paragraph(text('<b>Two</b>'))));
    expect(wordsOf(richTextOf(' \n '))).toBe('');
  });

  it.each([
    ['a script', doc({ type: 'script', content: [text('alert(1)')] })],
    ['a picture', doc({ type: 'image', attrs: { src: 'https://example.org/x.png' } })],
    ['a link that runs', doc(paragraph(text('x', link('javascript:alert(1)'))))],
    ['a link that runs behind a space', doc(paragraph(text('x', link(' javascript:alert(1)'))))],
    ['a link to nowhere', doc(paragraph(text('x', link('data:text/html,x'))))],
    ['a mark nobody knows', doc(paragraph(text('x', { type: 'blink' })))],
    ['the same mark twice', doc(paragraph(text('x', { type: 'em' }, { type: 'em' })))],
    ['an attribute more', doc({ ...paragraph(text('x')), onclick: 'alert(1)' })],
    ['a line end in a run', doc(paragraph(text('a\nb')))],
    ['text that reads backwards', doc(paragraph(text('a\u202Eb')))],
    ['half a character', doc(paragraph(text('\uD800')))],
    ['nothing in it', doc()],
    ['blocks in a line', doc(paragraph(paragraph(text('x'))))],
    ['no root', [paragraph(text('x'))]],
    ['a number', 7],
    ['nested too deep', nested(8)],
    ['nested as deep as memory', nested(100_000)],
    ['more parts than anybody writes', doc(...Array.from({ length: 2_001 }, () => ({ type: 'paragraph' })))],
    ['a megabyte of text', 'x'.repeat(1_000_000)],
    [
      'a megabyte of addresses',
      doc(paragraph(...Array.from({ length: 600 }, () => text('x', link(`https://e.org/${'y'.repeat(1_900)}`))))),
    ],
  ])('is refused with %s', (_, wrong) => {
    expect(richTextSchema.safeParse(wrong).success).toBe(false);
  });

  it('says where it is wrong', () => {
    const wrong = doc(paragraph(text('x')), paragraph(text('x', link('ftp://example.org'))));
    const issue = richTextSchema.safeParse(wrong).error?.issues[0];
    expect(issue).toMatchObject({
      path: ['content', 1, 'content', 0, 'marks', 0, 'attrs', 'href'],
      message: 'a link goes to http, https or mailto, and is written without spaces',
    });
  });
});
