import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNames, type Adapter, type FieldReadings } from '../src/brokers/index.ts';
import { onPage, type PageScene, type Shown } from './pages/onPage.ts';
import { sample, withQuantityAt } from './pages/sample.ts';
import { teacherOf } from './pages/teacher.ts';
import { watchTicketIn } from './pages/ticket.ts';

const at = (file: string, rest: Omit<Shown, 'file' | 'address'> & { readonly query?: string } = {}): Shown => ({
  file: `pages/${file}.html`,
  address: `https://broker.example.com/trade${rest.query ?? ''}`,
  ...rest,
});

test('a page whose policy forbids everything is taught and read', () =>
  onPage(at('strict', { headers: { 'content-security-policy': "default-src 'none'" } }), async (scene) => {
    const teacher = await teacherOf(scene);
    await teacher.pointsAt('ticket', '[name=quantity]');
    expect(await teacher.pointsAt('side', 'select')).toMatchObject({ reading: { value: 'buy' } });
    expect(await teacher.pointsAt('quantity', '[name=quantity]')).toMatchObject({ reading: { value: '1500' } });
    const ticket = await watchTicketIn(scene, teacher.lesson()!);
    await scene.page.selectOption('select', 'Sell');
    await expect.poll(ticket.reads).toMatchObject({ side: 'sell', quantity: '1500' });
  }));

test('a modal dialog with a shadow root in it is taught and read, and found again when it is made anew', () =>
  onPage(at('modal'), async (scene) => {
    const { page } = scene;
    await page.click('#buy');
    const teacher = await teacherOf(scene);
    expect(await teacher.pointsAt('ticket', '[aria-label=Shares]')).toMatchObject({ kind: 'learnt' });
    expect(await teacher.pointsAt('symbol', '.symbol')).toMatchObject({ reading: { value: 'TSLA' } });
    expect(await teacher.pointsAt('side', 'text=Sell')).toMatchObject({ wants: 'other_side' });
    expect(await teacher.pointsAt('other_side', 'text=Buy')).toMatchObject({ reading: { value: 'buy' } });
    expect(await teacher.pointsAt('quantity', '[aria-label=Shares]')).toMatchObject({ reading: { value: '20' } });
    const ticket = await watchTicketIn(scene, teacher.lesson()!);
    await expect.poll(ticket.reads).toMatchObject({ symbol: 'TSLA', side: 'buy', quantity: '20' });
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await expect.poll(ticket.reads).toEqual({ nothing: 'no_ticket' });
    await page.click('#buy');
    await page.fill('[aria-label=Shares]', '25');
    await expect.poll(ticket.reads).toMatchObject({ quantity: '25' });
  }));

test('a ticket in a frame of the page is read in the language of the frame', () =>
  onPage(at('framed'), async (scene) => {
    const ticket = await watchTicketIn(scene, sample);
    await expect.poll(ticket.reads).toMatchObject({ symbol: 'MSFT', side: 'buy', quantity: '1000' });
    const frame = scene.page.frameLocator('iframe');
    await frame.locator('#side').selectOption('S');
    await frame.locator('#shares').fill('2.500');
    await expect.poll(ticket.reads).toMatchObject({ side: 'sell', quantity: '2500' });
  }));

test.each(['closed', 'elsewhere'])('a ticket that lets nobody look in is said to be closed: %s', (file) =>
  onPage(at(file), async (scene) => {
    const ticket = await watchTicketIn(scene, sample);
    await expect.poll(ticket.reads).toEqual({ nothing: 'closed' });
  }),
);

test('a price that may lie where nobody looks in is not said to be absent', () =>
  onPage(at('busy', { query: '?changes=0' }), async (scene) => {
    const price = { optional: true, read: [{ selector: '#price', from: 'value' }] } as const;
    const ticket = await watchTicketIn(scene, { ...sample, fields: { ...sample.fields, price } });
    await expect.poll(ticket.reads).toMatchObject({ price: '-' });
    await scene.page.evaluate(() => {
      const box = document.createElement('price-box');
      box.style.cssText = 'display: block; width: 200px; height: 200px';
      document.querySelector('#order')?.append(box);
    });
    await expect.poll(ticket.reads).toMatchObject({ price: '?closed', quantity: '100' });
  }));

test.each([
  ['a password', withQuantityAt('#pass'), 'private'],
  ['a card', withQuantityAt('#card'), 'private'],
  ['any field there is', withQuantityAt('input'), 'private'],
  ['two things that differ', withQuantityAt('.twice', 'text'), 'several'],
  ['what cannot be seen', withQuantityAt('#hidden', 'text'), 'no_element'],
  ['what is no selector', withQuantityAt('##'), 'failed'],
  ['what is no number', withQuantityAt('#symbol', 'text'), 'not_a_number'],
])('%s is never read as a quantity', (_, adapter, why) =>
  onPage(at('busy', { query: '?changes=0' }), async (scene) => {
    const ticket = await watchTicketIn(scene, adapter);
    await expect.poll(ticket.reads).toMatchObject({ symbol: 'AAPL', quantity: `?${why}` });
  }),
);

test('what a page writes to break things is told as what it is, in few words', () =>
  onPage(at('busy', { query: '?changes=0' }), async (scene) => {
    const ticket = await watchTicketIn(scene, sample);
    const write = (symbol: string, quantity: string) =>
      scene.page.evaluate(
        ([name, figure]) => {
          document.querySelector('#symbol')!.textContent = name!;
          document.querySelector<HTMLInputElement>('#shares')!.value = figure!;
        },
        [symbol, quantity],
      );
    for (const [symbol, quantity, why] of [
      ['x'.repeat(1_000_000), '1'.repeat(1_000_000), 'too_long'],
      ['=HYPERLINK("https://example.com")', '1e5', 'not_a_number'],
      ['<img src=x onerror=alert(1)>', '<b>5</b>', 'not_a_number'],
      ['\u202EAPL', '1\u200B0', 'not_a_number'],
    ] as const) {
      await write(symbol, quantity);
      const symbolWhy = why === 'too_long' ? 'too_long' : 'not_a_symbol';
      await expect.poll(ticket.reads).toMatchObject({ symbol: `?${symbolWhy}`, quantity: `?${why}` });
      expect(JSON.stringify(await ticket.sighting()).length).toBeLessThan(2_000);
    }
  }));

test('ten thousand changes a second are told as the few that matter, and none once the panel is closed', () =>
  onPage(at('busy', { query: '?changes=10000' }), async (scene) => {
    const ticket = await watchTicketIn(scene, sample);
    await scene.page.fill('#shares', '101');
    await expect.poll(ticket.reads).toMatchObject({ quantity: '101' });
    expect((await ticket.port.told()).length).toBeLessThanOrEqual(8);
    await ticket.port.close();
    const told = (await ticket.port.told()).length;
    await scene.page.fill('#shares', '102');
    const other = await watchTicketIn(scene, sample);
    await expect.poll(other.reads).toMatchObject({ quantity: '102' });
    expect((await ticket.port.told()).length).toBe(told);
  }));

test('a field that looks different from when it was taught is noticed', () =>
  onPage(at('strict'), async (scene) => {
    const teacher = await teacherOf(scene);
    await teacher.pointsAt('ticket', '[name=quantity]');
    await teacher.pointsAt('quantity', '[name=quantity]');
    await scene.page.evaluate(() => document.querySelector('[name=quantity]')?.setAttribute('aria-label', 'Amount in dollars'));
    const ticket = await watchTicketIn(scene, teacher.lesson()!);
    await expect
      .poll(ticket.sighting)
      .toMatchObject({ seen: 'ticket', ticket: { fields: { quantity: { value: '1500' } }, changed: ['quantity'] } });
  }));

test('whatever the page and the adapter are like, each field has a value, a reason, or is not there', () =>
  onPage(at('strict'), async (scene) => {
    await fc.assert(
      fc.asyncProperty(anyPage, anyAdapter, async (html, adapter) => {
        await shows(scene, html);
        const { sighting, port } = await watchTicketIn(scene, adapter);
        const seen = await sighting();
        await port.close();
        const fields: Partial<FieldReadings> = seen?.seen === 'ticket' ? seen.ticket.fields : {};
        const states = Object.values(fields).map((reading) =>
          reading.state === 'read' && reading.value === '' ? 'read as nothing' : reading.state,
        );
        expect(['read', 'unreadable', 'absent']).toEqual(expect.arrayContaining([...new Set(states)]));
        expect(states.length).toBe(seen?.seen === 'nothing' ? 0 : fieldNames.length);
      }),
      { numRuns: 60 },
    );
  }));

const shows = ({ page }: PageScene, html: string): Promise<void> =>
  page.evaluate((text) => {
    document.body.innerHTML = text;
  }, html);

const words = fc.oneof(
  fc.constantFrom('Buy', 'sell', '1,500', '0', '', '1.234,56', '=1+1', 'AAPL', '<b>', '\u202Ex'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const escaped = words.map((text) => text.replaceAll(/[<>&"\0]/g, ' '));
const piece = fc.oneof(
  fc.tuple(fc.constantFrom('#a', '#b', '#c'), escaped).map(([id, text]) => `<input id="${id.slice(1)}" value="${text}">`),
  fc
    .tuple(fc.constantFrom('i', 'b', 'button', 'x-y'), escaped)
    .map(([tag, text]) => `<${tag} class="${tag}" aria-pressed="${text}">${text}</${tag}>`),
  fc.constantFrom(
    '<iframe></iframe>',
    '<select><option>Buy</select>',
    '<input type="password" id="a">',
    '<template id="b">5</template>',
    '<svg><a/></svg>',
  ),
);
const anyPage = fc.array(piece, { maxLength: 8 }).map((pieces) => `<form id="order">${pieces.join('')}</form>`);

const selector = fc.oneof(
  fc.constantFrom('#a', '#b', 'i', 'b', 'button', 'x-y', '*', ':scope', 'select', 'template', '##', '[', ''),
  fc.string({ maxLength: 6 }),
);
const way = fc.record(
  {
    selector,
    from: fc.constantFrom('text', 'value', 'aria', 'checked', 'attribute:class', 'attribute:', 'nonsense') as fc.Arbitrary<'text'>,
    map: fc.constantFrom('side', 'none'),
    pattern: fc.constantFrom('\\d+', '(a+)+$', '[', ''),
  },
  { requiredKeys: ['selector', 'from'] },
);
const anyAdapter: fc.Arbitrary<Adapter> = fc.array(way, { minLength: 1, maxLength: 3 }).map((read) => ({
  ...sample,
  fields: Object.fromEntries(fieldNames.map((name) => [name, { read }])),
  submit: { selector: ['button', '##'], says: { side: { map: 'side' }, quantity: {} } },
}));
