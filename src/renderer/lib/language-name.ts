export { languageName } from '#shared/messages/language-name.ts';
