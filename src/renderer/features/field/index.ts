export { FieldSettings } from './FieldSettings.tsx';
export { ReadinessDialog } from './ReadinessDialog.tsx';
export { useIsField } from './use-is-field.ts';
export { useIsNameless } from './use-is-nameless.ts';
