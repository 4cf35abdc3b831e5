export { CatalogueDialog } from './CatalogueDialog.tsx';
