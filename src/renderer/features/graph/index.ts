export { GraphPage } from './GraphPage.tsx';
export { type GraphSearch, readGraphSearch } from './graph-address.ts';
export { ShowInGraph } from './ShowInGraph.tsx';
