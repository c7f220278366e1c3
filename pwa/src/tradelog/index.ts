export { AccountForm, usualTerms } from './accounts/accountForm.tsx';
export { AccountList } from './accounts/accountList.tsx';
export { offerPositions } from './list/offerPositions.ts';
export { NewPositionPage } from './newPositionPage.tsx';
export { PendingOrders } from './orders/pendingOrders.tsx';
export { PositionPage } from './positionPage.tsx';
export { PositionsPage } from './positionsPage.tsx';
