/** Around whatever is written together. */
export const writing = {
  saving: 'Saving …',
  onDevice: 'Saved on this device',
  onServer: 'Saved on the server',
  notSaved: 'Not saved',
  unsaved: 'Not saved yet',
  discard: 'Discard',
  here: (names: readonly string[]) => `Also here: ${names.join(', ')}`,
  someone: 'Somebody',
};
