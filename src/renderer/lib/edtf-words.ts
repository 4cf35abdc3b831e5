export { edtfStart, isEdtf } from '#shared/dates/edtf-order.ts';
export { edtfWords } from '#shared/dates/edtf-words.ts';
