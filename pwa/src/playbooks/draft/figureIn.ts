import { decimalSchema, type DecimalText } from '@taffrail/domain/kernel';

const anyFigure = decimalSchema({ places: 30, whole: 30 });

/** The figure that a draft holds as text, where it is one: anybody who may write can write anything there. */
export const figureIn = (text: string | undefined): DecimalText | undefined => anyFigure.safeParse(text).data;
