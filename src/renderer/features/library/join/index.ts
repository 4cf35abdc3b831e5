export { JoinDialog } from './JoinDialog.tsx';
export { JoinedList } from './JoinedList.tsx';
export { askToJoin } from './join-store.ts';
export { useJoinCommand } from './use-join-command.ts';
