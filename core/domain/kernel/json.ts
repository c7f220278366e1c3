/** What a payload may hold: plain JSON, so that it can be hashed, stored and sent without a second thought. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
