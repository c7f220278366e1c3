/** Around whatever is written together. */
export const writing = {
  saving: 'Saving …',
  onDevice: 'Saved on this device',
  onServer: 'Saved on the server',
  notSaved: 'Not saved',
  here: (names: readonly string[]) => `Also here: ${names.join(', ')}`,
  someone: 'Somebody',
};
