export { BooksPanel } from './books/booksPanel.tsx';
export { DevicesPanel } from './devices/devicesPanel.tsx';
export { InvitationPage } from './door/invitationPage.tsx';
export { SetupPage } from './door/setupPage.tsx';
export { PairPage } from './pairing/pairPage.tsx';
export { PeoplePanel } from './people/peoplePanel.tsx';
export { SecurityPanel } from './security/securityPanel.tsx';
export { SignInPage } from './signIn/signInPage.tsx';
