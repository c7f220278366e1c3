import { compare, decimal, isZero, type DecimalText } from '@taffrail/domain/kernel';
import { grades, type Grade } from '@taffrail/domain/playbooks';
import type { PlaybookDraft } from '@taffrail/sync';
import { figureIn } from './figureIn.ts';

/** What can be published, and is seldom meant. */
export type Warning =
  | { readonly kind: 'worse_risks_more'; readonly worse: Grade; readonly better: Grade }
  | { readonly kind: 'out_of_order'; readonly worse: Grade; readonly better: Grade }
  | { readonly kind: 'never_reached'; readonly grade: Grade }
  | { readonly kind: 'same_key'; readonly label: string }
  | { readonly kind: 'nothing_weighed' };

export function warningsFor(draft: PlaybookDraft): readonly Warning[] {
  return [...unordered(draft), ...unreached(draft), ...riskier(draft), ...weightless(draft)];
}

function unordered({ grade_thresholds }: PlaybookDraft): readonly Warning[] {
  return neighbours(grade_thresholds).flatMap(([better, worse]) =>
    compare(decimal(better.figure), decimal(worse.figure)) < 0
      ? [{ kind: 'out_of_order', worse: worse.grade, better: better.grade } as const]
      : [],
  );
}

const isWeightless = (figure: DecimalText | undefined): boolean => figure !== undefined && isZero(decimal(figure));

/** A grade from the same score as the one above it is never given. */
function unreached({ grade_thresholds }: PlaybookDraft): readonly Warning[] {
  return neighbours(grade_thresholds).flatMap(([better, worse]) =>
    compare(decimal(better.figure), decimal(worse.figure)) === 0 ? [{ kind: 'never_reached', grade: worse.grade } as const] : [],
  );
}

function riskier({ risk_schedule }: PlaybookDraft): readonly Warning[] {
  return neighbours(risk_schedule).flatMap(([better, worse]) =>
    compare(decimal(worse.figure), decimal(better.figure)) > 0
      ? [{ kind: 'worse_risks_more', worse: worse.grade, better: better.grade } as const]
      : [],
  );
}

function weightless({ fields }: PlaybookDraft): readonly Warning[] {
  return fields.length > 0 && fields.every(({ weight }) => isWeightless(figureIn(weight))) ? [{ kind: 'nothing_weighed' }] : [];
}

interface Said {
  readonly grade: Grade;
  readonly figure: DecimalText;
}

/** Each grade that something readable was said of, with the next worse such one. */
function neighbours(byGrade: { readonly [G in Grade]?: string }): readonly (readonly [Said, Said])[] {
  const said = grades.flatMap((grade): Said[] => {
    const figure = figureIn(byGrade[grade]);
    return figure === undefined ? [] : [{ grade, figure }];
  });
  return said.slice(1).map((worse, place) => [said[place] as Said, worse] as const);
}
