export { AddingPage } from './AddingPage.tsx';
export { addSources, chooseFiles, chooseFolder } from './add-sources.ts';
export { DropArea } from './DropArea.tsx';
export { JobStatus } from './JobStatus.tsx';
export { pickFile } from './pick-files.ts';
export { sendFiles } from './uploads.ts';
