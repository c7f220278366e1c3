import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { type Adapter, adapterFile, adapterFromFile } from '../src/brokers/index.ts';
import { onPage } from './pages/onPage.ts';
import { teacherOf } from './pages/teacher.ts';
import { watchTicketIn } from './pages/ticket.ts';

const plain = { file: 'pages/plain.html', address: 'https://broker.example.com/handel' };

test('a page nobody has heard of is taught by pointing, and read from then on', () =>
  onPage(plain, async (scene) => {
    const { page } = scene;
    const teacher = await teacherOf(scene);
    expect(await teacher.pointsAt('ticket', '.row >> nth=0')).toMatchObject({ kind: 'learnt' });
    expect(await teacher.pointsAt('symbol', 'h2 span')).toMatchObject({ reading: { state: 'read', value: 'SIE' } });
    expect(await teacher.pointsAt('side', 'label >> nth=0')).toMatchObject({ reading: { value: 'buy' }, wants: 'other_side' });
    expect(await teacher.pointsAt('other_side', 'label >> nth=1')).toMatchObject({ reading: { value: 'buy' }, wants: null });
    expect(await teacher.pointsAt('quantity', '.amount-k3j2')).toMatchObject({ reading: { value: '1250' } });
    expect(await teacher.pointsAt('price', 'label[for=kurs]')).toMatchObject({ reading: { value: '187.2' } });
    expect(await teacher.pointsAt('stop', '.z9')).toMatchObject({ reading: { state: 'absent' } });
    expect(await teacher.pointsAt('submit', '#send')).toMatchObject({ kind: 'learnt' });
    // Pointing at the button has sent nothing, and the page has heard of clicks on the glass at most.
    expect(await page.evaluate(() => document.body.dataset['sent'])).toBeUndefined();
    expect(await page.locator('#log').textContent()).toMatch(/^(?:(?:pointerdown|click):div )*$/);

    const shared = adapterFromFile(adapterFile(teacher.lesson()!));
    expect(isRefusal(shared) ? shared.sentence : shared).toEqual(teacher.lesson());
    const ticket = await watchTicketIn(scene, shared as Adapter);
    await page.check('[value=V]');
    await page.fill('.amount-k3j2', '2.500,5');
    await page.fill('.z9', '180');
    await expect
      .poll(ticket.reads)
      .toMatchObject({ symbol: 'SIE', side: 'sell', quantity: '2500.5', price: '187.2', stop: '180', account: '-' });
  }));

test('what would be read wrongly or must not be read is not learnt', () =>
  onPage(plain, async (scene) => {
    const teacher = await teacherOf(scene);
    await teacher.pointsAt('ticket', '.row >> nth=0');
    expect(await teacher.pointsAt('quantity', 'input[type=search]')).toMatchObject({ kind: 'not_learnt', why: 'outside_the_ticket' });
    expect(await teacher.pointsAt('account', 'input[type=password]')).toMatchObject({ kind: 'not_learnt', why: 'private' });
    expect(await teacher.pointsAt('side', 'h2 span')).toMatchObject({ kind: 'not_learnt', why: 'no_side' });
    expect(await teacher.pointsAt('quantity', 'h2 span')).toMatchObject({ kind: 'not_learnt', why: 'not_read' });
    expect(await teacher.pointsAt('symbol', 'input[type=search]')).toMatchObject({ kind: 'learnt', reading: { value: 'SAP' } });
  }));

test('Escape gives up, and a panel that is closed leaves nothing in the page', () =>
  onPage(plain, async (scene) => {
    const elements = () => scene.page.evaluate(() => document.querySelectorAll('*').length);
    const before = await elements();
    const teacher = await teacherOf(scene);
    expect(await teacher.pointsAt('ticket', '.row >> nth=0', 'Escape')).toMatchObject({ kind: 'given_up' });
    expect(await elements()).toBe(before);
    const other = await teacherOf(scene);
    await other.asksFor('ticket');
    expect(await elements()).toBeGreaterThan(before);
    await other.close();
    expect(await elements()).toBe(before);
  }));
