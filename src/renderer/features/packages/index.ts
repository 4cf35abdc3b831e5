export { PackageDialogs } from './PackageDialogs.tsx';
