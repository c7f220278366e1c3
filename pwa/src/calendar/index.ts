export { CalendarPage } from './calendarPage.tsx';
