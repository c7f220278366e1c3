/** Whether a page of the extension speaks. What is put into a broker's page shares a process with that page, and has nothing to ask for. */
export const isOwnPage = (sender: { readonly url?: string | undefined } | undefined): boolean =>
  sender?.url?.startsWith(`${location.origin}/`) === true;
