export { AddingPage } from './AddingPage.tsx';
export { addPaths, addSources, chooseFiles, chooseFolder } from './add-sources.ts';
export { chooseFile, chooseTextFile } from './choose-file.ts';
export { DropArea } from './DropArea.tsx';
export { JobStatus } from './JobStatus.tsx';
export { pickFile, pickFiles } from './pick-files.ts';
export { type NamedFile, sendFiles } from './uploads.ts';
