export { TodayPage } from './todayPage.tsx';
