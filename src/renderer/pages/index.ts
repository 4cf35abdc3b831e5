export { type PageRequest, requestRegion, usePageRequest } from './page-request.ts';
export { closeFile, drawPage, type OpenedFile, openFile } from './pages-client.ts';
export type { PagedFile, PageProblem, PageSize } from './pages-messages.ts';
