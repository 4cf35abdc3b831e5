export { WantedSourcesPage } from './WantedSourcesPage.tsx';
