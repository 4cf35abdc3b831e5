export { PrintedFindingAid } from './PrintedFindingAid.tsx';
export { useFindingAidCommands } from './use-finding-aid-commands.ts';
