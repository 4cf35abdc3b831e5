import { create } from 'zustand';
import type { FindingAidSheet } from '#shared/domain/finding-aid.ts';

/** What is being drawn for paper. */
export const useFindingAidView = create<{ printed: FindingAidSheet | null }>(() => ({ printed: null }));
