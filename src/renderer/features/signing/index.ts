export { SigningFields, useSigningChoice } from './SigningFields.tsx';
