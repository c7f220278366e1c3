import type { Content } from '@taffrail/domain/playbooks';
import type { OpenDocument } from './document.ts';
import { evenPlaces, isPlace, placeBetween } from './fieldOrder.ts';
import { readGroups, setRegisters, UNGROUPED, type Registers, type RegisterValue } from './registers.ts';

/** A playbook as it is being written: everything as it was typed. Whether it can be published, the domain says. */
export interface PlaybookDraft {
  readonly name: string;
  readonly purpose: string;
  readonly strategy_bindings: readonly string[];
  /** Of grades nobody spoke of there is nothing here; one that was emptied is ''. */
  readonly grade_thresholds: ByGrade;
  readonly risk_schedule: ByGrade;
  readonly template_max_risk_pct: string;
  /** Null where there is none yet. */
  readonly base: DraftBase | null;
  readonly fields: readonly DraftField[];
}

/** The version a draft goes on from. Two devices may have published one of the same number, so its id says which is meant. */
export interface DraftBase {
  readonly version: number;
  readonly version_id: string;
}

export interface DraftField {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly type: string;
  readonly required: boolean;
  readonly weight: string;
  readonly allow_comment: boolean;
  readonly options: readonly string[];
  readonly min: string;
  readonly max: string;
  readonly regex: string;
}

type Grade = 'A' | 'B' | 'C' | 'D';
type ByGrade = { readonly [G in Grade]?: string };

type HeadName =
  | 'name'
  | 'purpose'
  | 'strategy_bindings'
  | 'template_max_risk_pct'
  | 'base_version'
  | 'base_version_id'
  | `grade_thresholds.${Exclude<Grade, 'D'>}`
  | `risk_schedule.${Grade}`;

export type DraftHead = { readonly [Name in HeadName]?: RegisterValue };

const PART = 'form';
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

const placeOf = (group: string) => ({ part: PART, group });

export function readDraft(document: OpenDocument): PlaybookDraft {
  const groups = readGroups(document, PART);
  const head = groups.get(UNGROUPED) ?? new Map<string, RegisterValue>();
  return {
    name: textAt(head, 'name'),
    purpose: textAt(head, 'purpose'),
    strategy_bindings: textsAt(head, 'strategy_bindings'),
    grade_thresholds: byGrade(head, 'grade_thresholds'),
    risk_schedule: byGrade(head, 'risk_schedule'),
    template_max_risk_pct: textAt(head, 'template_max_risk_pct'),
    base: baseIn(head),
    fields: fieldsInOrder(groups).map(([id, field]) => draftField(id, field)),
  };
}

function baseIn(head: Registers): DraftBase | null {
  const [version, version_id] = [head.get('base_version'), head.get('base_version_id')];
  return typeof version === 'number' && typeof version_id === 'string' ? { version, version_id } : null;
}

function textAt(registers: Registers, name: string): string {
  const value = registers.get(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function textsAt(registers: Registers, name: string): readonly string[] {
  const value = registers.get(name);
  return Array.isArray(value) ? value : [];
}

function byGrade(head: Registers, name: string): ByGrade {
  const said = GRADES.filter((grade) => head.has(`${name}.${grade}`));
  return Object.fromEntries(said.map((grade) => [grade, textAt(head, `${name}.${grade}`)]));
}

type Group = readonly [id: string, field: Registers];

/** Those on the same place, which two devices gave out at once, stand in the order of their ids. */
function fieldsInOrder(groups: ReadonlyMap<string, Registers>): Group[] {
  const fields = [...groups].filter(([id, field]) => id !== UNGROUPED && field.get('gone') !== true && isPlace(field.get('place')));
  return fields.toSorted(([a, one], [b, other]) => order(textAt(one, 'place'), textAt(other, 'place')) || order(a, b));
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const draftField = (id: string, field: Registers): DraftField => ({
  id,
  key: textAt(field, 'key'),
  label: textAt(field, 'label'),
  help: textAt(field, 'help'),
  type: textAt(field, 'type'),
  required: field.get('required') === true,
  weight: textAt(field, 'weight'),
  allow_comment: field.get('allow_comment') !== false,
  options: textsAt(field, 'options'),
  min: textAt(field, 'min'),
  max: textAt(field, 'max'),
  regex: textAt(field, 'regex'),
});

export const setDraft = (document: OpenDocument, device: string, values: DraftHead): void =>
  setRegisters(document, device, placeOf(UNGROUPED), values);

export const setDraftBase = (document: OpenDocument, device: string, base: DraftBase | null): void =>
  setDraft(document, device, baseHead(base));

const baseHead = (base: DraftBase | null): DraftHead => ({
  base_version: base?.version ?? null,
  base_version_id: base?.version_id ?? null,
});

export type DraftFieldValues = { readonly [Name in Exclude<keyof DraftField, 'id'>]?: RegisterValue };

export const setDraftField = (document: OpenDocument, device: string, id: string, values: DraftFieldValues): void =>
  setRegisters(document, device, placeOf(id), values);

/** Behind all others. An id has no space in it. */
export function addDraftField(document: OpenDocument, device: string, id: string, values: DraftFieldValues): void {
  document.content.transact(() => {
    setRegisters(document, device, placeOf(id), { ...values, gone: false });
    put(document, device, id, Infinity);
  });
}

/** To where it has so many of the others before it. */
export const moveDraftField = (document: OpenDocument, device: string, id: string, index: number): void =>
  document.content.transact(() => put(document, device, id, index));

function put(document: OpenDocument, device: string, id: string, index: number): void {
  const others = fieldsInOrder(readGroups(document, PART)).filter(([other]) => other !== id);
  const at = Math.min(Math.max(index, 0), others.length);
  const [before, after] = [others[at - 1], others[at]].map((other) => other && textAt(other[1], 'place'));
  const place = placeBetween(before, after);
  if (place !== undefined) return setRegisters(document, device, placeOf(id), { place });
  const ids = others.map(([other]) => other).toSpliced(at, 0, id);
  const places = evenPlaces(ids.length);
  for (const [n, one] of ids.entries()) setRegisters(document, device, placeOf(one), { place: places[n] ?? null });
}

/** It stays in the document, so that it can be brought back and what another device writes into it meanwhile is not lost. */
export const removeDraftField = (document: OpenDocument, device: string, id: string): void =>
  setRegisters(document, device, placeOf(id), { gone: true });

export const restoreDraftField = (document: OpenDocument, device: string, id: string): void =>
  setRegisters(document, device, placeOf(id), { gone: false });

/** Whatever it said before is gone. Two devices that begin with the same at once come to the same fields, because these go by their keys. */
export function fillDraft(document: OpenDocument, device: string, start: Content, base: DraftBase | null): void {
  document.content.transact(() => {
    for (const { id } of readDraft(document).fields) removeDraftField(document, device, id);
    setDraft(document, device, { ...headOf(start), ...baseHead(base) });
    const places = evenPlaces(start.fields.length);
    for (const [n, { key, label, help, type, required, weight, allow_comment, validation }] of start.fields.entries()) {
      const { min = '', max = '', regex = '', options = [] } = validation;
      const said = { key, label, help: help ?? '', type, required, weight, allow_comment, min, max, regex, options: [...options] };
      setRegisters(document, device, placeOf(key), { ...said, place: places[n] ?? null, gone: false });
    }
  });
}

function headOf({ name, purpose, strategy_bindings, grade_thresholds, risk_schedule, template_max_risk_pct }: Content): DraftHead {
  return {
    name,
    purpose,
    strategy_bindings: [...strategy_bindings],
    template_max_risk_pct,
    'grade_thresholds.A': grade_thresholds.A,
    'grade_thresholds.B': grade_thresholds.B,
    'grade_thresholds.C': grade_thresholds.C,
    ...Object.fromEntries(GRADES.map((grade) => [`risk_schedule.${grade}`, risk_schedule[grade] ?? ''])),
  };
}

/** What publishing is asked to take: a draft without what was left empty, for the domain to judge. */
export function draftContentOf({
  fields,
  grade_thresholds,
  risk_schedule,
  template_max_risk_pct,
  base: _,
  ...head
}: PlaybookDraft): object {
  return {
    ...head,
    grade_thresholds: saidOf(grade_thresholds),
    // Emptied altogether is something else than never filled in, for which there is a usual one.
    ...(Object.keys(risk_schedule).length > 0 && { risk_schedule: saidOf(risk_schedule) }),
    template_max_risk_pct: template_max_risk_pct.trim() === '' ? null : template_max_risk_pct,
    fields: fields.map(fieldContent),
  };
}

function fieldContent({ id: _, help, weight, min, max, regex, options, ...field }: DraftField): object {
  const rules = { select: { options }, number: { min, max }, rating: { min, max }, text: { regex } };
  const validation = Object.hasOwn(rules, field.type) ? rules[field.type as keyof typeof rules] : {};
  return { ...field, ...saidOf({ help, weight }), validation: saidOf(validation) };
}

const saidOf = (values: object): object => Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

const isEmpty = (value: unknown): boolean => (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);
