import { z } from 'zod';
import { lineSchema } from '../kernel/index.ts';
import { LONGEST_TAG, MOST_TAGS } from './limits.ts';

export const tagsSchema = z
  .array(lineSchema(LONGEST_TAG))
  .max(MOST_TAGS, `a position has at most ${MOST_TAGS} tags`)
  .refine((tags) => new Set(tags).size === tags.length, 'the same tag is there twice')
  .meta({ description: 'Words to find it by', examples: [['breakout']] });
