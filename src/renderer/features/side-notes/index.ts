export { SideNotes } from './SideNotes.tsx';
