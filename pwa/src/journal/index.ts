export { AttachmentStrip } from './attachments/attachmentStrip.tsx';
export { DayPage } from './day/dayPage.tsx';
export { TodaysPage } from './day/todayPage.tsx';
export { SharePage } from './share/sharePage.tsx';
export { PositionNotes } from './positionNotes.tsx';
export { TodaysChecklist } from './todaysChecklist.tsx';
