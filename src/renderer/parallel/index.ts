export { alignEditions } from './align-editions.ts';
