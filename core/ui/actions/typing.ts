/** Whether keys belong to whoever is writing or choosing, or to an open dialog, rather than to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [role=menu], dialog') !== null
  );
}
