export { BesidePage } from './BesidePage.tsx';
export { type BesideSearch, readBesideSearch } from './beside-address.ts';
