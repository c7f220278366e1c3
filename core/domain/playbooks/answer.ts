import { z } from 'zod';
import { type RichText, compare, decimal, proseSchema, richTextSchema, wordsOf } from '../kernel/index.ts';
import { type Field, type FieldType, amountSchema } from './field.ts';
import { LONGEST_ANSWER } from './limits.ts';
import { isFlawed, patternOf } from './pattern/pattern.ts';
import { shortened } from './shortened.ts';

/** As it is kept: yes or no, a choice or text, a number as decimal text, or rich text. */
export type Value = boolean | string | RichText;

export const valueRuleSchema = z.enum(['required', 'type', 'option', 'min', 'max', 'regex', 'length']);

export type ValueRule = z.infer<typeof valueRuleSchema>;

/** What somebody said to one field; without a value where that is nothing, or not what was asked for. */
export interface Answer {
  readonly answered: boolean;
  readonly value: Value | null;
  readonly problem: { readonly rule: ValueRule; readonly sentence: string } | null;
}

const nothing: Answer = { answered: false, value: null, problem: null };
const said = (value: Value): Answer => ({ answered: true, value, problem: null });
const wrong = (rule: ValueRule, sentence: string): Answer => ({ answered: true, value: null, problem: { rule, sentence } });

/** Reads whatever was given, also what no screen of ours would send. */
export function answerTo(field: Field, given: unknown): Answer {
  const answer = isBlank(given) ? nothing : readers[field.type](given, field.validation);
  const missing = !answer.answered && field.required;
  const problem = missing ? ({ rule: 'required', sentence: missingSentence(field.type) } as const) : answer.problem;
  return { ...answer, problem: problem && { ...problem, sentence: `${field.label}: ${problem.sentence}.` } };
}

const isBlank = (given: unknown): boolean => given === undefined || given === null || (typeof given === 'string' && given.trim() === '');

const missingSentence = (type: FieldType): string => (type === 'boolean' ? 'say yes or no' : 'this must be answered');

const textSchema = proseSchema(LONGEST_ANSWER);

type Reader = (given: unknown, validation: Field['validation']) => Answer;

const readers: { readonly [Type in FieldType]: Reader } = {
  boolean: (given) => (typeof given === 'boolean' ? said(given) : wrong('type', 'the answer is true or false')),
  select(given, { options = [] }) {
    if (typeof given !== 'string') return wrong('type', 'the answer is one of the options');
    return options.includes(given) ? said(given) : wrong('option', `${shortened(given)} is not among the options`);
  },
  number: amountWithin,
  rating(given, bounds) {
    const answer = amountWithin(given, bounds);
    if (typeof answer.value !== 'string' || !answer.value.includes('.')) return answer;
    return wrong('type', `a rating is a whole number; this is ${answer.value}`);
  },
  text(given, { regex }) {
    if (typeof given === 'string' && given.length > LONGEST_ANSWER) {
      return wrong('length', `an answer has at most ${LONGEST_ANSWER} characters; this has ${given.length}`);
    }
    const read = textSchema.safeParse(given);
    if (!read.success) return wrong('type', messageOf(read.error));
    return regex === undefined || isFound(regex, read.data)
      ? said(read.data)
      : wrong('regex', `does not look like ${regex}, as was asked for`);
  },
  rich_text(given) {
    const read = richTextSchema.safeParse(given);
    if (!read.success) return wrong('type', messageOf(read.error));
    return wordsOf(read.data) === '' ? nothing : said(read.data);
  },
};

/** A pattern that is none finds nothing; a playbook does not take one. */
function isFound(regex: string, text: string): boolean {
  const pattern = patternOf(regex);
  return !isFlawed(pattern) && pattern.isIn(text);
}

function amountWithin(given: unknown, { min, max }: Field['validation']): Answer {
  const read = amountSchema.safeParse(given);
  if (!read.success) return wrong('type', messageOf(read.error));
  const amount = decimal(read.data);
  if (min !== undefined && compare(amount, decimal(min)) < 0) return wrong('min', `must be at least ${min}; this is ${read.data}`);
  if (max !== undefined && compare(amount, decimal(max)) > 0) return wrong('max', `must be at most ${max}; this is ${read.data}`);
  return said(read.data);
}

const messageOf = (error: z.ZodError): string => error.issues[0]?.message ?? 'not understood';
